CREATE TABLE orders (id INTEGER, merchant_id INTEGER);
INSERT INTO orders VALUES (1, 1), (2, 2);
CREATE TABLE line_items (id INTEGER, order_id INTEGER, sku TEXT, price INTEGER);
INSERT INTO line_items VALUES (10, 1, 'pen', 3), (20, 2, 'ink', 8);
