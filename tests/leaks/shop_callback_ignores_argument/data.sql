CREATE TABLE offers (id INTEGER, seller_id INTEGER);
INSERT INTO offers VALUES (1, 1), (2, 2);
