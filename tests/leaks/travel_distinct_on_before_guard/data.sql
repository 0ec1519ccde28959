CREATE TABLE seats (flight TEXT, airline_id INTEGER, traveller TEXT, booked INTEGER);
INSERT INTO seats VALUES ('F1', 1, 'Ann', 2), ('F1', 2, 'Bob', 1), ('F2', 1, 'Cyd', 1);
