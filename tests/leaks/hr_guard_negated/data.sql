CREATE TABLE employees (employee_id INTEGER, company_id INTEGER, terminated BOOLEAN);
INSERT INTO employees VALUES (1, 1, false), (2, 1, true), (3, 2, false), (4, 2, true);
