CREATE TABLE streams (id INTEGER, artist INTEGER); INSERT INTO streams VALUES (1, 1), (2, 2);
