//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = '${SECURITY_CONTEXT.id.unsafeValue()}'` });
//# bad in a callback
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id = '${v}'`)}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND status = 'paid'` });
//# near-miss between two literals
cube(`Orders`, { sql: `SELECT * FROM orders WHERE status = 'paid' AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND kind = 'web'` });
