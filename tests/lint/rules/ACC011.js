//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} UNION ALL SELECT * FROM archived_orders` });
//# bad the same table again
cube(`Orders`, { sql: `SELECT id, user_id FROM orders WHERE kind = 'a' UNION SELECT id, user_id FROM orders WHERE kind = 'b' AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad in a derived table
cube(`Orders`, { sql: `SELECT * FROM (SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} UNION ALL SELECT * FROM b UNION ALL SELECT * FROM c WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}) t` });
//# good
cube(`Orders`, { sql: `SELECT * FROM (SELECT * FROM orders UNION ALL SELECT * FROM archived_orders) o WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss both arms
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} UNION ALL SELECT * FROM old_orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss an arm of constants
cube(`Orders`, { sql: `SELECT id, user_id FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} UNION ALL SELECT 0, 0` });
