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
//# bad a table that another cube's policy restricts
cube(`Rounds`, { sqlTable: `rounds`, dimensions: { studio: { sql: `studio`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `studio`, operator: `equals`, values: [securityContext.studio] }] } }] });
cube(`Season`, { sql: `SELECT * FROM rounds WHERE season = 9`, measures: { n: { type: `count` } } });
//# bad made by one loop
[['A', true], ['B', false]].forEach(([name, isGuarded]) => cube(name, { sql: `SELECT * FROM t_${name} WHERE ${isGuarded ? SECURITY_CONTEXT.site.requiredFilter('site_no') : 'n > 0'}` }));
//# bad a guard that is replaced
const guarded = { sql: () => `SELECT * FROM tracks WHERE ${SECURITY_CONTEXT.label.requiredFilter('label')}` };
cube(`Tracks`, { ...guarded, sql: `SELECT * FROM tracks` });
//# near-miss made by one loop, all guarded
['A', 'B'].forEach((name) => cube(name, { sql: `SELECT * FROM t_${name} WHERE ${SECURITY_CONTEXT.site.requiredFilter('site_no')}` }));
//# near-miss a guard for another table
const guarded = { sql: () => `SELECT * FROM tracks WHERE ${SECURITY_CONTEXT.label.requiredFilter('label')}` };
cube(`Genres`, { sql: `SELECT * FROM genres` });
