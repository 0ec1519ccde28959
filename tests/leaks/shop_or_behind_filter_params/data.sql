CREATE TABLE listings (id INTEGER, shop INTEGER, state TEXT, archived BOOLEAN);
INSERT INTO listings VALUES (1, 1, 'live', false), (2, 2, 'live', false), (3, 2, 'gone', true);
