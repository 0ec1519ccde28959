CREATE TABLE tours (id INTEGER, operator_id INTEGER);
INSERT INTO tours VALUES (1, 1), (2, 2);
