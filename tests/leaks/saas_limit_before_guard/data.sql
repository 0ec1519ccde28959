CREATE TABLE tickets (id INTEGER, tenant_id INTEGER, opened_at TIMESTAMP, subject TEXT);
INSERT INTO tickets VALUES (1, 1, '2024-01-01', 'a'), (2, 1, '2024-01-02', 'b'), (3, 2, '2024-01-03', 'c');
