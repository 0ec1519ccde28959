CREATE TABLE receipts (id INTEGER, franchise TEXT);
INSERT INTO receipts VALUES (1, '12-west'), (2, '12'), (3, '13');
