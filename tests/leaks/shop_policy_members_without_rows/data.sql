CREATE TABLE tills (id INTEGER, shop TEXT, cash INTEGER); INSERT INTO tills VALUES (1, 'a', 5), (2, 'b', 6);
