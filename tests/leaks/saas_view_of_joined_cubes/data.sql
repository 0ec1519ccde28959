CREATE TABLE orgs (id INTEGER, tenant INTEGER); INSERT INTO orgs VALUES (1, 1), (2, 2);
CREATE TABLE projects (id INTEGER, org INTEGER, tenant INTEGER); INSERT INTO projects VALUES (10, 1, 1), (20, 2, 2);
CREATE TABLE keys (id INTEGER, project INTEGER, tenant INTEGER); INSERT INTO keys VALUES (100, 10, 1), (200, 20, 2);
