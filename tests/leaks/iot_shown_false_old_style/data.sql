CREATE TABLE valves (id INTEGER, plant INTEGER); INSERT INTO valves VALUES (1, 1), (2, 2);
