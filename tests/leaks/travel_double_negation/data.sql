CREATE TABLE offers (id INTEGER, agency INTEGER, expired BOOLEAN); INSERT INTO offers VALUES (1, 1, false), (2, 2, false), (3, 2, true);
