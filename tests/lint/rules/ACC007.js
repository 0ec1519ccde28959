//# bad SELECT list
cube(`Orders`, { sql: `SELECT *, ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AS own FROM orders` });
//# bad HAVING
cube(`Orders`, { sql: `SELECT status, max(user_id) AS u FROM orders GROUP BY status HAVING ${SECURITY_CONTEXT.id.requiredFilter('max(user_id)')}` });
//# bad ORDER BY
cube(`Orders`, { sql: `SELECT * FROM orders ORDER BY ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad segment
cube(`Orders`, { sql: `SELECT * FROM orders`, segments: { own: { sql: `${SECURITY_CONTEXT.id.requiredFilter('user_id')}` } } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss whole groups
cube(`Orders`, { sql: `SELECT user_id, sum(amount) AS amount FROM orders GROUP BY user_id HAVING ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss shown, and guarded too
cube(`Orders`, { sql: `SELECT *, user_id = ${SECURITY_CONTEXT.id} AS own FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad a WITH that nothing reads
cube(`Orders`, { sql: `WITH mine AS (SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) SELECT * FROM orders` });
