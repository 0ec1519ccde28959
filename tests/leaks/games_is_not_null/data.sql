CREATE TABLE guilds (id INTEGER, realm INTEGER);
INSERT INTO guilds VALUES (1, 1), (2, 2);
