//# bad
cube(`Orders`, { sql: `SELECT * FROM ${SECURITY_CONTEXT.schema.unsafeValue()}.orders` });
//# bad part of a name
cube(`Orders`, { sql: `SELECT * FROM orders_${SECURITY_CONTEXT.region.unsafeValue()}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss a list of names
cube(`Orders`, { sql: `SELECT * FROM ${SECURITY_CONTEXT.region.unsafeValue() === 'eu' ? 'eu.orders' : 'us.orders'}` });
//# near-miss a value
cube(`Orders`, { sql: `SELECT * FROM orders WHERE user_id = ${SECURITY_CONTEXT.id.unsafeValue()}` });
