CREATE TABLE licences (id INTEGER, label INTEGER, song TEXT); INSERT INTO licences VALUES (1, 1, 'a'), (2, 1, 'b'), (9, 2, 'c');
CREATE TABLE covers (licence INTEGER, colour TEXT); INSERT INTO covers VALUES (1, 'red'), (2, 'blue'), (9, 'gold');
