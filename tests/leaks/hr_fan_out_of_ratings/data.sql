CREATE TABLE applicants (id INTEGER, firm INTEGER, job TEXT); INSERT INTO applicants VALUES (1, 1, 'clerk');
CREATE TABLE ratings (id INTEGER, firm INTEGER, job TEXT, stars INTEGER);
INSERT INTO ratings VALUES (1, 1, 'clerk', 4), (2, 2, 'clerk', 1), (3, 2, 'clerk', 1);
