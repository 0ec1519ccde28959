CREATE TABLE follows (account INTEGER, topic TEXT, follower INTEGER);
INSERT INTO follows VALUES (1, 'art', 5), (2, 'art', 6), (2, 'art', 7);
