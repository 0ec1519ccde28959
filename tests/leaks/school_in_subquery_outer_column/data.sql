CREATE TABLE essays (id INTEGER, course_id INTEGER); INSERT INTO essays VALUES (1, 1), (2, 2);
CREATE TABLE courses (course INTEGER, teacher INTEGER); INSERT INTO courses VALUES (1, 7), (2, 8);
