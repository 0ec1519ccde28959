CREATE TABLE reels (id INTEGER, owner INTEGER, kind TEXT); INSERT INTO reels VALUES (1, 1, 'x'), (2, 2, 'x');
