//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = ${SECURITY_CONTEXT.id}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss its text is spliced
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = ${SECURITY_CONTEXT.id.unsafeValue()}` });
