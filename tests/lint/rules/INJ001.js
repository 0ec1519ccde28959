//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = ${SECURITY_CONTEXT.id.unsafeValue()}` });
//# bad computed with
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id IN (${SECURITY_CONTEXT.ids.unsafeValue().map((v) => `'${v}'`).join(',')})` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss only compared
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.role.unsafeValue() === 'admin' ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
