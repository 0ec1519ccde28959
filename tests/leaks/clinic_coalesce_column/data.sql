CREATE TABLE images (id INTEGER, practice INTEGER);
INSERT INTO images VALUES (1, 1), (2, NULL), (3, 2);
