CREATE TABLE plans (id INTEGER, name TEXT); INSERT INTO plans VALUES (1, 'free'), (2, 'team');
CREATE TABLE subs (id INTEGER, plan_id INTEGER, org INTEGER); INSERT INTO subs VALUES (1, 1, 1), (2, 2, 2);
