CREATE TABLE articles (id INTEGER, publisher_id INTEGER, title TEXT);
INSERT INTO articles VALUES (1, 5, 'a'), (2, 5, 'b'), (3, 6, 'c');
