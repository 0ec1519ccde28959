CREATE TABLE loans (id INTEGER, branch INTEGER);
INSERT INTO loans VALUES (1, 1), (2, 2);
