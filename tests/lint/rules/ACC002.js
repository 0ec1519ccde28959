//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR 1 = 1)` });
//# bad a column with itself
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR status = status` });
//# bad for callers without the claim
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = COALESCE(${SECURITY_CONTEXT.id}, user_id)` });
//# bad null claims
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.id} IS NULL OR user_id = ${SECURITY_CONTEXT.id})` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE 1 = 1 AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss an OR that can fail
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND (status = 'a' OR 1 = 0)` });
//# bad no column
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('1')}` });
//# bad a case for callers without the claim
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `CASE WHEN ${v} IS NULL THEN TRUE ELSE user_id = ${v} END`)}` });
//# bad any text
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR status LIKE '%'` });
