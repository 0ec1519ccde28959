CREATE TABLE alarms (id INTEGER, plant INTEGER); INSERT INTO alarms VALUES (1, 1), (2, 2);
CREATE TABLE plants (plant INTEGER); INSERT INTO plants VALUES (1), (2);
