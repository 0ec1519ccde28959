CREATE TABLE episodes (id INTEGER, network INTEGER, title TEXT); INSERT INTO episodes VALUES (1, 11, 'a'), (2, 12, 'b'), (3, 13, 'c');
