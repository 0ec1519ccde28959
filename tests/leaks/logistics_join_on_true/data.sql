CREATE TABLE docks (id INTEGER, port INTEGER); INSERT INTO docks VALUES (1, 1);
CREATE TABLE vessels (id INTEGER, port INTEGER, name TEXT); INSERT INTO vessels VALUES (1, 1, 'Ada'), (2, 2, 'Bea');
