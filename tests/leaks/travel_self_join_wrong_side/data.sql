CREATE TABLE guests (booking INTEGER, agency INTEGER, name TEXT);
INSERT INTO guests VALUES (1, 1, 'Ann'), (1, 2, 'Bob'), (2, 2, 'Cyd');
