CREATE TABLE events (id INTEGER, tenant_id INTEGER, plan_id INTEGER);
CREATE TABLE plans (id INTEGER, name TEXT);
