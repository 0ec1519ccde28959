CREATE TABLE usage_events (workspace TEXT, account_id INTEGER, calls INTEGER);
INSERT INTO usage_events VALUES ('alpha', 1, 10), ('alpha', 2, 500), ('beta', 2, 40);
