CREATE TABLE offers (id INTEGER, agent_id INTEGER);
INSERT INTO offers VALUES (1, 1), (2, 2), (3, 1);
CREATE TABLE withdrawn (id INTEGER, agent_id INTEGER);
INSERT INTO withdrawn VALUES (3, 1);
