CREATE TABLE tests_taken (id INTEGER, school INTEGER); INSERT INTO tests_taken VALUES (1, 1), (2, 0), (3, 2);
