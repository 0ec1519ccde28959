CREATE TABLE pages (id INTEGER, workspace_slug TEXT);
INSERT INTO pages VALUES (1, 'Acme'), (2, 'acme'), (3, 'zen');
