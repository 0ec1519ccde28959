CREATE TABLE cards (id INTEGER, customer INTEGER); INSERT INTO cards VALUES (1, 1), (2, 2);
CREATE TABLE limits (id INTEGER, customer INTEGER); INSERT INTO limits VALUES (1, 1), (2, 2);
CREATE TABLE alerts (id INTEGER, customer INTEGER); INSERT INTO alerts VALUES (1, 1), (2, 2);
