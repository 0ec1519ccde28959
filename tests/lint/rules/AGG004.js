//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, refreshKey: { sql: `SELECT max(updated_at) FROM orders` } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, refreshKey: { every: `1 hour` } });
//# near-miss an unguarded table
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, refreshKey: { sql: `SELECT max(at) FROM loads` } });
