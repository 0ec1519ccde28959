CREATE TABLE teams (id INTEGER, studio INTEGER); INSERT INTO teams VALUES (1, 1), (2, 2);
CREATE TABLE tournaments (id INTEGER, studio INTEGER); INSERT INTO tournaments VALUES (5, 1), (6, 2);
CREATE TABLE players (id INTEGER, team INTEGER, tournament INTEGER, nick TEXT); INSERT INTO players VALUES (1, 1, 5, 'ann'), (2, 2, 6, 'bob');
