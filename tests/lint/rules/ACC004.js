//# bad one arm is open
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR status = 'draft'` });
//# bad in a callback
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id = ${v} OR is_shared`)}` });
//# bad inside a list of values
cube(`Orders`, { sql: `SELECT * FROM orders WHERE store_id IN (SELECT id FROM stores s WHERE ${SECURITY_CONTEXT.id.requiredFilter('s.owner_id')}) OR open` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND (status = 'draft' OR status = 'sent')` });
//# near-miss each arm is the caller's own
cube(`Orders`, { sql: `SELECT * FROM orders WHERE (owner_id = ${SECURITY_CONTEXT.id} OR assignee_id = ${SECURITY_CONTEXT.id})` });
