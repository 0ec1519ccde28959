CREATE TABLE products (id INTEGER, vendor INTEGER, hidden BOOLEAN, price INTEGER);
INSERT INTO products VALUES (1, 1, false, 5), (2, 2, true, 5), (3, 2, false, 5), (4, 1, false, 0);
