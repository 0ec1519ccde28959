CREATE TABLE pallets (id INTEGER, country TEXT, customer INTEGER); INSERT INTO pallets VALUES (1, 'de', 1), (2, 'de', 2), (3, 'fr', 1);
