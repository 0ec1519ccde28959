CREATE TABLE customers (id INTEGER, email TEXT);
INSERT INTO customers VALUES (1, 'a@x'), (2, 'b@x'), (3, 'c@x');
CREATE TABLE purchases (customer_id INTEGER, store_id INTEGER);
INSERT INTO purchases VALUES (1, 7), (2, 8);
