CREATE TABLE prescriptions (id INTEGER, doctor_id INTEGER);
INSERT INTO prescriptions VALUES (1, 1), (2, 2);
