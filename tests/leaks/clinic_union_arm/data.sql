CREATE TABLE visits (id INTEGER, clinic_id INTEGER, reason TEXT);
INSERT INTO visits VALUES (1, 10, 'cough'), (2, 20, 'fever');
CREATE TABLE visits_archive (id INTEGER, clinic_id INTEGER, reason TEXT);
INSERT INTO visits_archive VALUES (3, 10, 'cut'), (4, 20, 'burn');
