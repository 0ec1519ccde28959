CREATE TABLE streams (id INTEGER, label INTEGER, genre TEXT, day DATE, ms INTEGER);
