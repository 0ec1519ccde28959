CREATE TABLE goods (id INTEGER, vendor INTEGER); INSERT INTO goods VALUES (1, 2), (2, 1), (3, 1), (4, 1);
