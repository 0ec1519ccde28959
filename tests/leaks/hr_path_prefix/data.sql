CREATE TABLE staff (id INTEGER, dept_path TEXT);
INSERT INTO staff VALUES (1, '/1/'), (2, '/1/4/'), (3, '/10/'), (4, '/2/');
CREATE TABLE dept_tree (root TEXT, path TEXT);
INSERT INTO dept_tree VALUES ('/1', '/1/'), ('/1', '/1/4/'), ('/10', '/10/'), ('/2', '/2/');
