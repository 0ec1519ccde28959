CREATE TABLE sessions (id INTEGER, player_id INTEGER);
INSERT INTO sessions VALUES (1, 3), (2, 13), (3, 4);
