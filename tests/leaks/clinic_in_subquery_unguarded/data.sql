CREATE TABLE patients (patient_id INTEGER, name TEXT);
INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
CREATE TABLE referrals (patient_id INTEGER, practice_id INTEGER);
INSERT INTO referrals VALUES (1, 5), (2, 6), (3, 6);
