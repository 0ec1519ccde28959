CREATE TABLE goals (id INTEGER, person INTEGER, firm INTEGER); INSERT INTO goals VALUES (1, 1, 9), (2, 2, 9), (3, 3, 8);
