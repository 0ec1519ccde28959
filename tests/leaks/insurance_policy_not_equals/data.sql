CREATE TABLE files (id INTEGER, office TEXT); INSERT INTO files VALUES (1, 'n'), (2, 's');
