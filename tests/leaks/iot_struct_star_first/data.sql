CREATE TABLE telemetry (id INTEGER, customer INTEGER, payload STRUCT(customer INTEGER, volt INTEGER));
INSERT INTO telemetry VALUES (1, 1, {'customer': 1, 'volt': 5}), (2, 2, {'customer': 1, 'volt': 6});
