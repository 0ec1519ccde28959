CREATE TABLE reports (id INTEGER, school TEXT); INSERT INTO reports VALUES (1, 'a'), (2, 'b');
