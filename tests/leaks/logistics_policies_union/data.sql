CREATE TABLE trips (id INTEGER, driver TEXT, state TEXT);
INSERT INTO trips VALUES (1, 'ann', 'open'), (2, 'bob', 'open'), (3, 'bob', 'done');
