CREATE TABLE legs (id INTEGER, carrier TEXT, km INTEGER); INSERT INTO legs VALUES (1, 'a', 5), (2, 'b', 6);
