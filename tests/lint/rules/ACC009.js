//# bad
cube(`Orders`, { sql: `SELECT o.* FROM orders o LEFT JOIN stores s ON s.id = o.store_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('s.owner_id')}` });
//# good
cube(`Orders`, { sql: `SELECT o.* FROM orders o JOIN stores s ON s.id = o.store_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('s.owner_id')}` });
//# near-miss the other side
cube(`Orders`, { sql: `SELECT o.* FROM orders o LEFT JOIN stores s ON s.id = o.store_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
