//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.blocked.requiredFilter((v) => `user_id NOT IN (${v})`)}` });
//# bad not equal
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id <> ${SECURITY_CONTEXT.id}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND status <> 'x'` });
//# near-miss said to be not null
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id <> ${SECURITY_CONTEXT.id} AND user_id IS NOT NULL` });
