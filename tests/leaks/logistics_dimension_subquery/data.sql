CREATE TABLE vans (plate TEXT, haulier INTEGER); INSERT INTO vans VALUES ('v1', 1), ('v2', 2);
CREATE TABLE loads (id INTEGER, haulier INTEGER, euros INTEGER); INSERT INTO loads VALUES (1, 1, 10), (2, 2, 777);
