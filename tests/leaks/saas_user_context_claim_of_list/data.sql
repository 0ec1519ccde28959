CREATE TABLE builds (id INTEGER, project INTEGER, open_source BOOLEAN); INSERT INTO builds VALUES (1, 1, false), (2, 2, true), (3, 2, false);
