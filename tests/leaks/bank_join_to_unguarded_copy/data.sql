CREATE TABLE clients (id INTEGER, advisor_id INTEGER, name TEXT);
INSERT INTO clients VALUES (1, 5, 'Ann'), (2, 6, 'Bob');
CREATE TABLE rates (id INTEGER, client_id INTEGER, rate DOUBLE);
INSERT INTO rates VALUES (1, 1, 0.1), (2, 2, 0.2);
