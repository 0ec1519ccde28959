CREATE TABLE homes (id INTEGER, agent INTEGER, place TEXT); INSERT INTO homes VALUES (1, 1, 'x'), (2, 2, 'x');
CREATE TABLE losses (home INTEGER, agent INTEGER, place TEXT, euros INTEGER); INSERT INTO losses VALUES (1, 1, 'x', 5), (2, 2, 'x', 600);
