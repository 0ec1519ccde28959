//# bad
cube(`Orders`, { sql: `SELECT o.* FROM orders o, users u WHERE ${SECURITY_CONTEXT.id.requiredFilter('u.id')}` });
//# bad a cross join
cube(`Orders`, { sql: `SELECT o.* FROM orders o CROSS JOIN users u WHERE ${SECURITY_CONTEXT.id.requiredFilter('u.id')} AND o.status = 'paid'` });
//# good
cube(`Orders`, { sql: `SELECT o.* FROM orders o JOIN users u ON u.id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('u.id')}` });
//# near-miss by a third table
cube(`Orders`, { sql: `SELECT o.* FROM orders o, carts c, users u WHERE c.order_id = o.id AND u.id = c.user_id AND ${SECURITY_CONTEXT.id.requiredFilter('u.id')}` });
//# near-miss settings beside
cube(`Orders`, { sql: `SELECT o.* FROM orders o CROSS JOIN settings s WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
