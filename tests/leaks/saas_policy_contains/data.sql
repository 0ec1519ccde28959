CREATE TABLE runs (id INTEGER, workspace TEXT); INSERT INTO runs VALUES (1, 'lab'), (2, 'collab');
