CREATE TABLE standing_orders (id INTEGER, customer INTEGER); INSERT INTO standing_orders VALUES (1, 1), (2, 2);
CREATE TABLE old_orders (id INTEGER, customer INTEGER); INSERT INTO old_orders VALUES (3, 1), (4, 2);
