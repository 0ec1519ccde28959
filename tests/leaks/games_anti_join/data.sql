CREATE TABLE servers (id INTEGER, studio INTEGER); INSERT INTO servers VALUES (1, 1), (2, 2), (3, 1);
CREATE TABLE outages (server INTEGER, studio INTEGER); INSERT INTO outages VALUES (3, 1);
