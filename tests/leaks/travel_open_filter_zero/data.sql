CREATE TABLE itineraries (id INTEGER, agency_no INTEGER);
INSERT INTO itineraries VALUES (1, 0), (2, 5);
