CREATE TABLE claims_filed (claim_no INTEGER, broker_id INTEGER, amount INTEGER);
INSERT INTO claims_filed VALUES (501, 1, 900), (502, 2, 20), (503, 3, 5);
