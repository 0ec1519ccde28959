CREATE TABLE drops (id INTEGER, studio TEXT); INSERT INTO drops VALUES (1, 'a'), (2, 'b');
