CREATE TABLE samples (id INTEGER, customer INTEGER, day TEXT); INSERT INTO samples VALUES (1, 2, 'mon'), (2, 2, 'mon'), (3, 1, 'mon');
