CREATE TABLE risks (id INTEGER, office TEXT); INSERT INTO risks VALUES (1, 'a'), (2, 'b');
