CREATE TABLE cover (id INTEGER, insured INTEGER, region TEXT); INSERT INTO cover VALUES (1, 1, 'n'), (2, 2, 'n'), (3, 3, 's');
CREATE TABLE agents (region TEXT, person INTEGER); INSERT INTO agents VALUES ('n', 1), ('s', 3);
