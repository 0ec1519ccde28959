CREATE TABLE trips (id INTEGER, school INTEGER); INSERT INTO trips VALUES (1, 1), (2, 2);
