CREATE TABLE groups_of (id INTEGER, parent_id INTEGER, school_id INTEGER);
INSERT INTO groups_of VALUES (1, NULL, 1), (2, 1, 1), (3, 1, 2), (4, 3, 2);
