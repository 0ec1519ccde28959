CREATE TABLE parcels (id INTEGER, carrier_id INTEGER, city TEXT);
INSERT INTO parcels VALUES (1, 42, 'Bonn'), (2, 43, 'Kiel');
