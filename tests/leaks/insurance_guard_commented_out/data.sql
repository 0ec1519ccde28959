CREATE TABLE policies (policy_no TEXT, broker_id INTEGER, premium DECIMAL(10, 2));
INSERT INTO policies VALUES ('A-1', 1, 100), ('A-2', 1, 150), ('B-1', 2, 900);
