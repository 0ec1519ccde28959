CREATE TABLE drafts (id INTEGER, desk TEXT);
INSERT INTO drafts VALUES (1, 'sport'), (2, 'politics');
