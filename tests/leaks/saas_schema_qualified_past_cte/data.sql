CREATE SCHEMA crm;
CREATE TABLE crm.leads (id INTEGER, org INTEGER); INSERT INTO crm.leads VALUES (1, 1), (2, 2);
