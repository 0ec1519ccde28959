CREATE TABLE invoices (id INTEGER, account_id INTEGER);
INSERT INTO invoices VALUES (1, 70), (2, 5);
CREATE TABLE seats (id INTEGER, account_id INTEGER);
INSERT INTO seats VALUES (1, 70);
