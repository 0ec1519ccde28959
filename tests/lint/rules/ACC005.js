//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE status = 'open' OR status = 'new' AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad guard first
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND status = 'open' OR status = 'new'` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (status = 'open' OR status = 'new') AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss each arm carries the guard
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = ${SECURITY_CONTEXT.id} AND a OR user_id = ${SECURITY_CONTEXT.id} AND b` });
