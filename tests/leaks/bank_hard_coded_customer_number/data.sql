CREATE TABLE safes (safe_no INTEGER, customer_no TEXT, branch TEXT);
INSERT INTO safes VALUES (1, 'DE-0042', 'west'), (2, 'DE-0043', 'west');
