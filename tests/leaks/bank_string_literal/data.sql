CREATE TABLE fees (id INTEGER, customer INTEGER); INSERT INTO fees VALUES (1, 1), (2, 2);
