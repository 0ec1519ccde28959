CREATE TABLE charts (song TEXT, label INTEGER, plays INTEGER);
INSERT INTO charts VALUES ('a', 1, 10), ('b', 1, 90), ('c', 2, 80), ('d', 2, 70);
