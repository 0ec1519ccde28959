CREATE TABLE treatments (id INTEGER, clinic TEXT, cost INTEGER);
INSERT INTO treatments VALUES (1, 'a', 10), (2, 'b', 20);
