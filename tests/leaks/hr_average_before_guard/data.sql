CREATE TABLE salaries (company_id INTEGER, job TEXT, salary INTEGER);
INSERT INTO salaries VALUES (1, 'clerk', 100), (2, 'clerk', 300), (2, 'chief', 900);
