CREATE TABLE measurements (id INTEGER, site INTEGER, at TIMESTAMP);
