CREATE TABLE wares (id INTEGER, merchant TEXT); INSERT INTO wares VALUES (1, 'm1'), (2, 'house'), (3, 'm2');
