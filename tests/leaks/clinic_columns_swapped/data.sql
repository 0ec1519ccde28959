CREATE TABLE appointments (id INTEGER, clinic INTEGER, doctor INTEGER); INSERT INTO appointments VALUES (1, 1, 2), (2, 2, 1);
