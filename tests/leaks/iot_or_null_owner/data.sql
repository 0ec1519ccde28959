CREATE TABLE devices (serial TEXT, customer_id INTEGER, model TEXT);
INSERT INTO devices VALUES ('s1', 1, 'x'), ('s2', NULL, 'x'), ('s3', 2, 'y'), ('s4', NULL, 'y');
