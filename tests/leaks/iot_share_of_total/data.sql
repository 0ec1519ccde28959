CREATE TABLE consumption (meter INTEGER, customer INTEGER, kwh INTEGER);
INSERT INTO consumption VALUES (1, 1, 30), (2, 1, 10), (3, 2, 60);
