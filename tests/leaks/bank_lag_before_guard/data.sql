CREATE TABLE movements (id INTEGER, customer INTEGER, cents INTEGER);
INSERT INTO movements VALUES (1, 1, 10), (2, 2, 9999), (3, 1, 30);
