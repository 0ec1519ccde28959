CREATE TABLE bookings (id INTEGER, customer INTEGER, kind TEXT, place TEXT); INSERT INTO bookings VALUES (1, 1, 'a', 'x'), (2, 2, 'a', 'y');
