CREATE TABLE pings (id INTEGER, customer INTEGER);
INSERT INTO pings VALUES (1, 1), (2, 1), (3, 2), (4, 2);
