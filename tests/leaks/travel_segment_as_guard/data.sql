CREATE TABLE vouchers (code TEXT, agency INTEGER);
INSERT INTO vouchers VALUES ('a', 1), ('b', 2);
