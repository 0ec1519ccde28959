CREATE TABLE offers_made (id INTEGER, broker INTEGER, insured INTEGER); INSERT INTO offers_made VALUES (1, 1, 5), (2, 2, 1);
