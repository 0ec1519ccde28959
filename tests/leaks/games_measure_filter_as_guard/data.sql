CREATE TABLE scores (id INTEGER, studio INTEGER, nick TEXT);
INSERT INTO scores VALUES (1, 1, 'ann'), (2, 2, 'bob');
