CREATE TABLE cameras (id INTEGER, site TEXT); INSERT INTO cameras VALUES (1, 'a'), (2, 'b'), (3, 'x');
