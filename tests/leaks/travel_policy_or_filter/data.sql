CREATE TABLE trips (id INTEGER, agent TEXT, featured BOOLEAN); INSERT INTO trips VALUES (1, 'ann', false), (2, 'bob', true), (3, 'bob', false), (4, 'ann', true);
