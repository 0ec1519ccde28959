CREATE TABLE visible (id INTEGER, customer INTEGER); INSERT INTO visible VALUES (1, 1), (2, 2);
