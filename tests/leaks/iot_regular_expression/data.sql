CREATE TABLE sensors (sensor_id INTEGER, site_code TEXT);
INSERT INTO sensors VALUES (1, 'A1'), (2, 'BA12'), (3, 'C3');
