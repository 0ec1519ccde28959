CREATE TABLE slots (id INTEGER, clinic INTEGER); INSERT INTO slots VALUES (1, 1), (2, 2);
CREATE TABLE people (id INTEGER, clinic INTEGER, phone TEXT); INSERT INTO people VALUES (1, 1, '11'), (2, 2, '22');
