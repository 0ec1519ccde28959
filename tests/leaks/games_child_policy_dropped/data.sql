CREATE TABLE loot (id INTEGER, studio TEXT); INSERT INTO loot VALUES (1, 'a'), (2, 'b');
