CREATE TABLE cabins (id INTEGER, line INTEGER); INSERT INTO cabins VALUES (1, 1), (2, 2);
