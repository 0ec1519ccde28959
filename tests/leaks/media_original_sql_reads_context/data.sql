CREATE TABLE plays (id INTEGER, label_id INTEGER);
