CREATE TABLE posts (id INTEGER, author INTEGER); INSERT INTO posts VALUES (1, 1), (2, 2);
