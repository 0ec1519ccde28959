CREATE TABLE cargo (id INTEGER, company INTEGER); INSERT INTO cargo VALUES (1, 1), (2, 2);
CREATE TABLE denied (cargo INTEGER, company INTEGER); INSERT INTO denied VALUES (99, 1);
