CREATE TABLE letters (id INTEGER, sender INTEGER, receiver INTEGER); INSERT INTO letters VALUES (1, 1, 2), (2, 0, 2), (3, 2, 3);
