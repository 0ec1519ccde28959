CREATE TABLE lessons (id INTEGER, school_id INTEGER, room TEXT); INSERT INTO lessons VALUES (1, 1, 'a'), (2, 2, NULL), (3, 2, 'b');
