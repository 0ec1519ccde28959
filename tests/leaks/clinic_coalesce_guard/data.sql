CREATE TABLE scans (id INTEGER, practice INTEGER);
INSERT INTO scans VALUES (1, 1), (2, NULL), (3, 2);
