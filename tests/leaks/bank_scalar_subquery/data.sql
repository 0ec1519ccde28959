CREATE TABLE cards (card_id INTEGER, customer_id INTEGER, branch TEXT);
INSERT INTO cards VALUES (1, 1, 'west'), (2, 2, 'west');
CREATE TABLE transfers (customer_id INTEGER, branch TEXT, amount INTEGER);
INSERT INTO transfers VALUES (1, 'west', 10), (2, 'west', 9999);
