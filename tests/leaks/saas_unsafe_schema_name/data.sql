CREATE SCHEMA tenant_a; CREATE SCHEMA tenant_b;
CREATE TABLE tenant_a.events (id INTEGER); INSERT INTO tenant_a.events VALUES (1);
CREATE TABLE tenant_b.events (id INTEGER); INSERT INTO tenant_b.events VALUES (2);
CREATE TABLE all_events (id INTEGER, tenant TEXT); INSERT INTO all_events VALUES (1, 'a'), (2, 'b');
