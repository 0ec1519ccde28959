CREATE TABLE quotes (id INTEGER, agency INTEGER, price INTEGER); INSERT INTO quotes VALUES (1, 1, 5), (2, 2, 6);
