CREATE TABLE acc (iban TEXT, customer INTEGER); INSERT INTO acc VALUES ('A', 1), ('B', 1), ('C', 2);
CREATE TABLE frozen (iban TEXT); INSERT INTO frozen VALUES ('B'), ('C');
