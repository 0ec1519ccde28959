CREATE TABLE deposits (id INTEGER, customer TEXT); INSERT INTO deposits VALUES (1, 'ann'), (2, 'bob');
