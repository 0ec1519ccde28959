CREATE TABLE boards (id INTEGER, team INTEGER); INSERT INTO boards VALUES (1, 1), (2, 2);
