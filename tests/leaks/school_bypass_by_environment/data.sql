CREATE TABLE marks (id INTEGER, teacher INTEGER); INSERT INTO marks VALUES (1, 1), (2, 2);
