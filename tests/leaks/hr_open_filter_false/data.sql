CREATE TABLE badges (badge INTEGER, building INTEGER); INSERT INTO badges VALUES (1, 10), (2, 20);
