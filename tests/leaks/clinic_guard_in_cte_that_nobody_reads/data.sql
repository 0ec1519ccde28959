CREATE TABLE wounds (id INTEGER, clinic INTEGER, grade INTEGER); INSERT INTO wounds VALUES (1, 1, 3), (2, 2, 4);
