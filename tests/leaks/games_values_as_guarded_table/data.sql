CREATE TABLE items (id INTEGER, studio INTEGER); INSERT INTO items VALUES (1, 1), (2, 2);
