CREATE TABLE inbound (id INTEGER, hub TEXT); INSERT INTO inbound VALUES (1, 'n'), (2, 's');
CREATE TABLE outbound (id INTEGER, hub TEXT); INSERT INTO outbound VALUES (3, 'n'), (4, 's');
CREATE TABLE returns (id INTEGER, hub TEXT); INSERT INTO returns VALUES (5, 'n'), (6, 's');
