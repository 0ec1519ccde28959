CREATE TABLE vitals (id INTEGER, ward TEXT, pulse INTEGER); INSERT INTO vitals VALUES (1, 'a', 60), (2, 'b', 99);
