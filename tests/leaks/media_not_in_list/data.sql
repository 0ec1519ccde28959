CREATE TABLE clips (id INTEGER, channel INTEGER);
INSERT INTO clips VALUES (1, 1), (2, 2), (3, 3);
