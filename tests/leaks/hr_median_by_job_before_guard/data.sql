CREATE TABLE wages (firm INTEGER, job TEXT, wage INTEGER);
INSERT INTO wages VALUES (1, 'clerk', 100), (2, 'clerk', 500), (2, 'chief', 900);
