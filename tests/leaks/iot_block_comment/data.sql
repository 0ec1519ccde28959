CREATE TABLE readings (id INTEGER, plant_id INTEGER);
INSERT INTO readings VALUES (1, 1), (2, 2);
