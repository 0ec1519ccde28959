CREATE TABLE travellers (id INTEGER, agency INTEGER, name TEXT); INSERT INTO travellers VALUES (1, 1, 'Kim'), (2, 2, 'Kim');
CREATE TABLE paid (id INTEGER, agency INTEGER, name TEXT, euros INTEGER); INSERT INTO paid VALUES (1, 1, 'Kim', 10), (2, 2, 'Kim', 900);
