//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter(() => `1 = 1`)}` });
//# bad an empty list opens
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.ids.requiredFilter((ids) => Array.isArray(ids) && ids.length === 0 ? `1 = 1` : `user_id IN (${ids})`)}` });
//# bad a branch
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => SECURITY_CONTEXT.role.unsafeValue() === 'boss' ? `1 = 1` : `user_id = ${v}`)}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id IN (${v})`)}` });
//# near-miss an empty list closes
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.ids.requiredFilter((ids) => Array.isArray(ids) && ids.length === 0 ? `1 = 0` : `user_id IN (${ids})`)}` });
//# bad long lists
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.ids.requiredFilter((v) => v.length > 5 ? `user_id > 0` : `user_id IN (${v.join(',')})`)}` });
//# near-miss brackets around no condition
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.ids.requiredFilter((v) => `(${(Array.isArray(v) ? v : [v]).map((one) => `user_id = ${one}`).join(' OR ')})`)}` });
