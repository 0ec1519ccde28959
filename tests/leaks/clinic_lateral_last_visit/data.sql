CREATE TABLE persons (id INTEGER, clinic INTEGER); INSERT INTO persons VALUES (1, 1), (1, 2);
CREATE TABLE visits (person INTEGER, clinic INTEGER, day INTEGER, note TEXT);
INSERT INTO visits VALUES (1, 1, 1, 'own'), (1, 2, 2, 'foreign');
