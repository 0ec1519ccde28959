CREATE TABLE players (id INTEGER, studio_id INTEGER, nick TEXT);
INSERT INTO players VALUES (1, 1, 'ann'), (2, 2, 'bob');
CREATE TABLE matches (id INTEGER, studio_id INTEGER, player_id INTEGER, score INTEGER);
INSERT INTO matches VALUES (10, 1, 1, 5), (11, 2, 2, 90), (12, 2, 1, 70);
