CREATE TABLE flights (id INTEGER, airline INTEGER, changed INTEGER);
CREATE TABLE bookings (id INTEGER, flight INTEGER, airline INTEGER, changed INTEGER);
