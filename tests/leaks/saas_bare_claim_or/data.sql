CREATE TABLE notes (id INTEGER, owner INTEGER, mode TEXT); INSERT INTO notes VALUES (1, 1, 'x'), (2, 2, 'x');
