CREATE TABLE stops (tour INTEGER, haulier INTEGER, day TEXT, place TEXT);
INSERT INTO stops VALUES (1, 1, 'mon', 'Rome'), (2, 2, 'mon', 'Oslo');
