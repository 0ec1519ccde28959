CREATE TABLE shipments (shipment_id INTEGER, depot TEXT, weight_kg DOUBLE);
INSERT INTO shipments VALUES (1, 'north', 10), (2, 'south', 20), (3, 'east', 30);
