CREATE TABLE reviews (id INTEGER, company_id INTEGER, created_by INTEGER);
INSERT INTO reviews VALUES (1, 3, 8), (2, 4, 3);
