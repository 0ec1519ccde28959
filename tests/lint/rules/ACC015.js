//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`AllOrders`, { sql: `SELECT * FROM public.orders` });
//# bad a tenant column {"tenant_columns": {"tenant_id": "tenant"}}
cube(`Payments`, { sqlTable: `payments`, dimensions: { tenant: { sql: `tenant_id`, type: `string` } } });
//# bad the model's usual column
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
cube(`Payments`, { sql: `SELECT id, tenant_id FROM payments` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`Products`, { sql: `SELECT * FROM products` });
//# near-miss declared to be public {"public_cubes": ["AllOrders"]}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`AllOrders`, { sql: `SELECT * FROM orders` });
//# near-miss the SQL of the guarded cube
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`OpenOrders`, { sql: `SELECT * FROM ${Orders.sql()} AS o WHERE status = 'open'` });
