//# bad
cube(`Orders`, { sql: `SELECT * FROM (SELECT status, max(user_id) AS user_id, sum(amount) AS amount FROM orders GROUP BY status) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM (SELECT status, user_id, sum(amount) AS amount FROM orders GROUP BY status, user_id) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss guarded before
cube(`Orders`, { sql: `SELECT status, sum(amount) AS amount, max(user_id) AS user_id FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} GROUP BY status` });
