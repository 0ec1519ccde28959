CREATE TABLE classes (id INTEGER, school INTEGER); INSERT INTO classes VALUES (1, 1), (2, 2);
