CREATE TABLE vouchers (code TEXT, shop INTEGER); INSERT INTO vouchers VALUES ('a', 1), ('b', 2);
