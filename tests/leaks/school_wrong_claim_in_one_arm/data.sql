CREATE TABLE staff (id INTEGER, school INTEGER); INSERT INTO staff VALUES (1, 1), (2, 2);
CREATE TABLE volunteers (id INTEGER, school INTEGER); INSERT INTO volunteers VALUES (3, 1), (4, 2);
