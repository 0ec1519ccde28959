CREATE TABLE offices (id INTEGER, tenant_id INTEGER); INSERT INTO offices VALUES (1, 1);
CREATE TABLE teams (id INTEGER, tenant_id INTEGER); INSERT INTO teams VALUES (1, 1);
CREATE TABLE absences (id INTEGER, tenant_id INTEGER);
INSERT INTO absences VALUES (1, 1), (2, 2);
