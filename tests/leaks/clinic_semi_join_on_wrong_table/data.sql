CREATE TABLE intake (id INTEGER, clinic INTEGER, floor INTEGER); INSERT INTO intake VALUES (1, 1, 0), (2, 2, 0), (3, 2, 9);
CREATE TABLE rooms (floor INTEGER, clinic INTEGER); INSERT INTO rooms VALUES (0, 1), (9, 2);
