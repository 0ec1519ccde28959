CREATE TABLE beds (bed INTEGER, ward TEXT);
INSERT INTO beds VALUES (1, 'a'), (2, 'b'), (3, 'c');
