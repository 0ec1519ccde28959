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
//# bad of two tables that meet by no key
cube(`Orders`, { sql: `SELECT c.id FROM covers c JOIN agents a ON a.region = c.region WHERE (${SECURITY_CONTEXT.id.requiredFilter('c.insured_id')} OR ${SECURITY_CONTEXT.id.requiredFilter('a.person_id')})` });
//# near-miss of two tables that meet by a key
cube(`Orders`, { sql: `SELECT d.id FROM docs d JOIN shares s ON s.doc_id = d.id WHERE (${SECURITY_CONTEXT.id.requiredFilter('d.owner_id')} OR ${SECURITY_CONTEXT.id.requiredFilter('s.user_id')})` });
