CREATE TABLE damages (id INTEGER, agent_id INTEGER);
INSERT INTO damages VALUES (1, 1), (2, 2);
