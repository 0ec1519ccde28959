CREATE TABLE rides (id INTEGER, customer INTEGER);
INSERT INTO rides VALUES (1, 1), (2, 2), (3, 3);
