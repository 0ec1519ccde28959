CREATE TABLE accounts (account_no INTEGER, customer_id INTEGER, joint_holder_id INTEGER, is_joint BOOLEAN, balance DECIMAL(10, 2));
INSERT INTO accounts VALUES (100, 1, NULL, false, 50), (101, 1, 2, true, 70), (200, 3, 4, true, 900), (201, 3, NULL, false, 10);
