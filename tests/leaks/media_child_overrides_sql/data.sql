CREATE TABLE videos (id INTEGER, channel_id INTEGER, is_live BOOLEAN);
INSERT INTO videos VALUES (1, 1, true), (2, 2, true), (3, 1, false);
