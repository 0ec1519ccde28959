CREATE TABLE readers (reader_id INTEGER, email TEXT, domain TEXT);
INSERT INTO readers VALUES (1, 'ann@acme.com', 'acme.com'), (2, 'bob@evilacme.com', 'evilacme.com'), (3, 'cy@other.org', 'other.org');
