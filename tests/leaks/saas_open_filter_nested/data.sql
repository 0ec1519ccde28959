CREATE TABLE deployments (id INTEGER, org TEXT);
INSERT INTO deployments VALUES (1, 'o1'), (2, 'o2');
