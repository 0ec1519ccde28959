CREATE TABLE cases (id INTEGER, agent INTEGER, urgent BOOLEAN); INSERT INTO cases VALUES (1, 1, true), (2, 2, false), (3, 1, false);
