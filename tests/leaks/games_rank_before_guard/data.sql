CREATE TABLE ladder (player TEXT, studio_id INTEGER, points INTEGER);
INSERT INTO ladder VALUES ('ann', 1, 50), ('bob', 2, 90), ('cyd', 2, 70);
