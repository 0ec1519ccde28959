//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR user_id IS NULL)` });
//# bad the claim stands in
cube(`Orders`, { sql: `SELECT * FROM orders WHERE COALESCE(user_id, ${SECURITY_CONTEXT.id}) = ${SECURITY_CONTEXT.id}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND deleted_at IS NULL` });
//# near-miss another column
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND (closed_at IS NULL OR closed_at > now())` });
//# bad unknown made true
cube(`Orders`, { sql: `SELECT * FROM orders WHERE COALESCE(${SECURITY_CONTEXT.id.requiredFilter('user_id')}, TRUE)` });
//# near-miss unknown made false
cube(`Orders`, { sql: `SELECT * FROM orders WHERE COALESCE(${SECURITY_CONTEXT.id.requiredFilter('user_id')}, FALSE)` });
