CREATE TABLE pupils (id INTEGER, class_id INTEGER); INSERT INTO pupils VALUES (1, 10), (2, 20);
CREATE TABLE classes (id INTEGER, school INTEGER, name TEXT); INSERT INTO classes VALUES (10, 1, '1a'), (20, 2, '1b');
