CREATE TABLE cases (case_no INTEGER, clinic INTEGER, patient_no INTEGER); INSERT INTO cases VALUES (1, 1, 1);
CREATE TABLE lab (lab_no INTEGER, clinic INTEGER, patient_no INTEGER, result TEXT);
INSERT INTO lab VALUES (5, 1, 1, 'ok'), (6, 2, 1, 'bad');
