//# bad
cube(`Orders`, { sql: `SELECT * FROM (SELECT *, rank() OVER (ORDER BY amount) AS place FROM orders) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad LIMIT in a WITH
cube(`Orders`, { sql: `WITH latest AS (SELECT * FROM orders ORDER BY created_at DESC LIMIT 1000) SELECT * FROM latest WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad DISTINCT ON
cube(`Orders`, { sql: `SELECT * FROM (SELECT DISTINCT ON (product_id) * FROM orders ORDER BY product_id, created_at) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# good
cube(`Orders`, { sql: `SELECT *, rank() OVER (ORDER BY amount) AS place FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss a window of the owner's rows
cube(`Orders`, { sql: `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY user_id ORDER BY id) AS n FROM orders) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad joined to the guarded rows
cube(`Orders`, { sql: `SELECT o.*, j.mean FROM orders o JOIN (SELECT DISTINCT ON (status) status, amount AS mean FROM orders ORDER BY status, at) j ON j.status = o.status WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# near-miss joined by the owner
cube(`Orders`, { sql: `SELECT o.*, j.mean FROM orders o JOIN (SELECT user_id, amount AS mean, row_number() OVER (PARTITION BY user_id ORDER BY at) AS n FROM orders) j ON j.user_id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
