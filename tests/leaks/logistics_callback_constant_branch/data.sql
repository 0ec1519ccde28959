CREATE TABLE trucks (plate TEXT, depot TEXT);
INSERT INTO trucks VALUES ('N1', 'north'), ('S1', 'south');
