CREATE TABLE stock (sku TEXT, shop INTEGER); INSERT INTO stock VALUES ('a', 1);
CREATE TABLE wanted (sku TEXT, shop INTEGER); INSERT INTO wanted VALUES ('a', 1), ('b', 2);
