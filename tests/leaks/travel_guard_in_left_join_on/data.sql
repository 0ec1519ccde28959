CREATE TABLE bookings (id INTEGER, agency_id INTEGER, trip_id INTEGER);
INSERT INTO bookings VALUES (1, 1, 100), (2, 2, 100), (3, 2, 200);
CREATE TABLE trips (id INTEGER, city TEXT);
INSERT INTO trips VALUES (100, 'Rome'), (200, 'Oslo');
