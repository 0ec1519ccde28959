CREATE TABLE dossiers (id INTEGER, branch INTEGER, training BOOLEAN); INSERT INTO dossiers VALUES (1, 1, false), (2, 2, true), (3, 2, false), (4, 1, true);
