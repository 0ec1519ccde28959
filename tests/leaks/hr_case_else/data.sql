CREATE TABLE payslips (id INTEGER, employee INTEGER, is_manager BOOLEAN);
INSERT INTO payslips VALUES (1, 1, false), (2, 2, false), (3, 3, true);
