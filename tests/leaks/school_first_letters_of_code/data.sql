CREATE TABLE exams (id INTEGER, school_code TEXT);
INSERT INTO exams VALUES (1, 'BE'), (2, 'BE-77'), (3, 'HH');
