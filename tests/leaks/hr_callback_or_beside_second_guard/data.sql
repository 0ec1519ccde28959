CREATE TABLE leave_requests (id INTEGER, firm INTEGER, boss INTEGER); INSERT INTO leave_requests VALUES (1, 1, 7), (2, 2, 7), (3, 1, 8);
