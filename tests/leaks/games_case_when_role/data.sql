CREATE TABLE chats (id INTEGER, realm INTEGER, channel TEXT); INSERT INTO chats VALUES (1, 1, 'team'), (2, 2, 'world'), (3, 2, 'team');
