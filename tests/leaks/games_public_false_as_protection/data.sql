CREATE TABLE purchases (id INTEGER, studio_id INTEGER, usd INTEGER);
INSERT INTO purchases VALUES (1, 1, 5), (2, 2, 80);
