CREATE TABLE readers (reader_id INTEGER, email TEXT);
INSERT INTO readers VALUES (1, 'ann@acme.com'), (2, 'bob@evilacme.com'), (3, 'cy@other.org');
