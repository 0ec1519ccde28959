CREATE TABLE rooms (id INTEGER, school TEXT); INSERT INTO rooms VALUES (1, 'a'), (2, 'b');
