CREATE TABLE arrived (id INTEGER, depot INTEGER); INSERT INTO arrived VALUES (1, 1), (2, 2);
CREATE TABLE expected (id INTEGER, depot INTEGER); INSERT INTO expected VALUES (3, 1), (4, 2);
