CREATE TABLE reservations (id INTEGER, agency INTEGER, traveller INTEGER); INSERT INTO reservations VALUES (1, 1, 10), (2, 2, 20);
CREATE TABLE travellers (id INTEGER, passport TEXT); INSERT INTO travellers VALUES (10, 'P10'), (20, 'P20');
