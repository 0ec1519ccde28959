CREATE TABLE sick (id INTEGER, clinic INTEGER, city INTEGER); INSERT INTO sick VALUES (1, 1, 1), (2, 2, 1);
CREATE TABLE bills (id INTEGER, sick INTEGER, clinic INTEGER); INSERT INTO bills VALUES (1, 1, 1), (2, 2, 2);
