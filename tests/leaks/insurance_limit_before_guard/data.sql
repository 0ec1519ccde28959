CREATE TABLE signed (id INTEGER, broker INTEGER, day INTEGER); INSERT INTO signed VALUES (1, 1, 1), (2, 1, 2), (3, 2, 3);
