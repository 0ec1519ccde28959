CREATE SCHEMA IF NOT EXISTS shop;
CREATE TABLE shop.orders (id INTEGER, store_id INTEGER, status TEXT);
INSERT INTO shop.orders VALUES (1, 7, 'new'), (2, 7, 'shipped'), (3, 8, 'new'), (4, 8, 'shipped');
