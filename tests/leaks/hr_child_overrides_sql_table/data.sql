CREATE TABLE contracts (id INTEGER, firm_id INTEGER);
INSERT INTO contracts VALUES (1, 1), (2, 2);
CREATE TABLE contracts_2019 (id INTEGER, firm_id INTEGER);
INSERT INTO contracts_2019 VALUES (11, 1), (12, 2);
