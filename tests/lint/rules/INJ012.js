//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.admin ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad equal to nothing
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.role === 'user' ? SECURITY_CONTEXT.id.requiredFilter('user_id') : '1 = 1'}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss its value
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.admin.unsafeValue() === true ? '1 = 1' : SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad a guard that decides about something else
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id') && '1 = 1'}` });
//# near-miss a helper that writes what it is given
const rows = (table, guard) => `SELECT * FROM ${table} WHERE ${guard || '1 = 0'}`;
cube(`Orders`, { sql: `${rows('orders', SECURITY_CONTEXT.id.requiredFilter('user_id'))}` });
