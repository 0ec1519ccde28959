CREATE TABLE halls (id INTEGER, realm INTEGER, name TEXT); INSERT INTO halls VALUES (1, 1, 'oak'), (2, 2, 'elm');
