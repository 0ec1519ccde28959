CREATE TABLE contracts (id INTEGER, agent TEXT);
INSERT INTO contracts VALUES (1, 'ann'), (2, 'bob');
