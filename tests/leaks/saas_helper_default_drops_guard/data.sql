CREATE TABLE logins (id INTEGER, org_id INTEGER); INSERT INTO logins VALUES (1, 1), (2, 2);
CREATE TABLE logouts (id INTEGER, org_id INTEGER); INSERT INTO logouts VALUES (1, 1), (2, 2);
