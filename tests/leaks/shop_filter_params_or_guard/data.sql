CREATE TABLE carts (id INTEGER, shop_id INTEGER, state TEXT);
INSERT INTO carts VALUES (1, 1, 'open'), (2, 2, 'open');
