CREATE TABLE documents (id INTEGER, team_id INTEGER); INSERT INTO documents VALUES (1, 1), (2, 2);
CREATE TABLE members (team_id INTEGER, person INTEGER); INSERT INTO members VALUES (1, 7), (2, 8);
