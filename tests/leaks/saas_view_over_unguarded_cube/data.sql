CREATE TABLE accounts (id INTEGER, owner TEXT);
INSERT INTO accounts VALUES (1, 'ann'), (2, 'bob');
CREATE TABLE contacts (id INTEGER, account_id INTEGER, phone TEXT);
INSERT INTO contacts VALUES (1, 1, '111'), (2, 2, '222');
