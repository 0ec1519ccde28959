CREATE TABLE students (id INTEGER, school_id INTEGER, year INTEGER);
INSERT INTO students VALUES (1, 1, 5), (2, 1, 6), (3, 2, 5);
