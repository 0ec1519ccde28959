CREATE TABLE vault (id INTEGER, branch INTEGER); INSERT INTO vault VALUES (1, 1), (2, 2);
CREATE TABLE staff (person INTEGER, branch INTEGER); INSERT INTO staff VALUES (7, 1), (8, 2);
