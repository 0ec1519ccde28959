CREATE TABLE scripts (id INTEGER, author INTEGER, critic INTEGER); INSERT INTO scripts VALUES (1, 1, 2), (2, 2, 1);
