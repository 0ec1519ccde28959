CREATE TABLE bonuses (id INTEGER, firm_id INTEGER); INSERT INTO bonuses VALUES (1, 1), (2, 2);
