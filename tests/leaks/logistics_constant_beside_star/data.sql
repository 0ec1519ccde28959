CREATE TABLE crates (id INTEGER, depot INTEGER); INSERT INTO crates VALUES (1, 1), (2, 2);
