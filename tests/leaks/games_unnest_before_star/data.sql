CREATE TABLE lobbies (id INTEGER, realm INTEGER); INSERT INTO lobbies VALUES (1, 1), (2, 2);
