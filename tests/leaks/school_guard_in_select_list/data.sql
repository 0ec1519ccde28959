CREATE TABLE grades (grade_id INTEGER, school_id INTEGER, mark INTEGER);
INSERT INTO grades VALUES (1, 1, 5), (2, 1, 4), (3, 2, 3);
