CREATE TABLE charges (id INTEGER, org INTEGER, cents INTEGER); INSERT INTO charges VALUES (1, 1, 10), (2, 1, 20), (3, 2, 900);
