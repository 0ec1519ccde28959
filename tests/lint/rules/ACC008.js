//# bad
cube(`Orders`, { sql: `SELECT o.* FROM orders o LEFT JOIN users u ON u.id = o.user_id AND ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# bad the joined side alone
cube(`Orders`, { sql: `SELECT o.* FROM orders o LEFT JOIN users u ON u.id = o.user_id AND ${SECURITY_CONTEXT.id.requiredFilter('u.id')}` });
//# bad in a join of the model
cube(`Orders`, { sql: `SELECT * FROM orders`, joins: { Users: { relationship: `belongsTo`, sql: `${CUBE}.user_id = ${Users}.id AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` } } });
cube(`Users`, { sql: `SELECT * FROM users`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`Orders`, { sql: `SELECT o.* FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
//# near-miss an inner join
cube(`Orders`, { sql: `SELECT o.* FROM orders o JOIN users u ON u.id = o.user_id AND ${SECURITY_CONTEXT.id.requiredFilter('u.id')}` });
//# near-miss both sides
cube(`Orders`, { sql: `SELECT o.* FROM orders o LEFT JOIN notes n ON n.order_id = o.id AND ${SECURITY_CONTEXT.id.requiredFilter('n.author_id')} WHERE ${SECURITY_CONTEXT.id.requiredFilter('o.user_id')}` });
