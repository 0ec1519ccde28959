CREATE TABLE rounds (id INTEGER, studio TEXT, season INTEGER); INSERT INTO rounds VALUES (1, 'a', 9), (2, 'b', 9);
