CREATE TABLE workers (id INTEGER, name TEXT); INSERT INTO workers VALUES (1, 'Ann'), (2, 'Bob');
CREATE TABLE leads (leader INTEGER, worker INTEGER); INSERT INTO leads VALUES (7, 1), (8, 2);
