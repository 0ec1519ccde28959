//# bad
cube(`Orders`, { sql: `SELECT * FROM (SELECT status, max(user_id) AS user_id, sum(amount) AS amount FROM orders GROUP BY status) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM (SELECT status, user_id, sum(amount) AS amount FROM orders GROUP BY status, user_id) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss guarded before
cube(`Orders`, { sql: `SELECT status, sum(amount) AS amount, max(user_id) AS user_id FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} GROUP BY status` });
//# bad joined to the guarded rows
cube(`Orders`, { sql: `SELECT o.*, j.mean FROM orders o JOIN (SELECT status, avg(amount) AS mean FROM orders GROUP BY status) j ON j.status = o.status WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# near-miss joined by the owner
cube(`Orders`, { sql: `SELECT o.*, j.mean FROM orders o JOIN (SELECT status, user_id, avg(amount) AS mean FROM orders GROUP BY status, user_id) j ON j.status = o.status AND j.user_id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad no keys at all
cube(`Orders`, { sql: `SELECT o.* FROM (SELECT user_id, total(amount) AS amount FROM orders) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
