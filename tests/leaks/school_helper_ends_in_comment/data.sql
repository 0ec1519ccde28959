CREATE TABLE lessons (id INTEGER, school_id INTEGER, cancelled BOOLEAN);
INSERT INTO lessons VALUES (1, 1, false), (2, 2, false);
