CREATE TABLE parties (id INTEGER, org INTEGER); INSERT INTO parties VALUES (1, 10), (2, 20);
CREATE TABLE consignments (id INTEGER, sender INTEGER, receiver INTEGER); INSERT INTO consignments VALUES (1, 1, 2), (2, 2, 1);
CREATE TABLE org_users (org INTEGER, person INTEGER); INSERT INTO org_users VALUES (10, 7);
