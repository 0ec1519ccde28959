CREATE TABLE ledger (id INTEGER, branch_id INTEGER, cents INTEGER);
INSERT INTO ledger VALUES (1, 1, 100), (2, 2, 900);
