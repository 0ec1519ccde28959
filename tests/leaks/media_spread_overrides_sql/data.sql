CREATE TABLE tracks (id INTEGER, label INTEGER); INSERT INTO tracks VALUES (1, 1), (2, 2);
