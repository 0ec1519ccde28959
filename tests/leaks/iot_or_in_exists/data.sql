CREATE TABLE gateways (id INTEGER); INSERT INTO gateways VALUES (1), (2), (3);
CREATE TABLE attached (gateway INTEGER, customer INTEGER, is_public BOOLEAN); INSERT INTO attached VALUES (1, 1, false), (2, 2, true), (3, 3, false);
