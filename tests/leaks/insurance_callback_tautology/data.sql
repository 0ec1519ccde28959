CREATE TABLE quotes (id INTEGER, agent INTEGER); INSERT INTO quotes VALUES (1, 1), (2, 2);
