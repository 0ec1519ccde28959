//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${FILTER_PARAMS.Orders.userId.filter('user_id')}`, dimensions: { userId: { sql: `user_id`, type: `number` } } });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${FILTER_PARAMS.Orders.createdAt.filter('created_at')} AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}`, dimensions: { createdAt: { sql: `created_at`, type: `time` } } });
//# near-miss a date
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${FILTER_PARAMS.Orders.createdAt.filter('created_at')}`, dimensions: { createdAt: { sql: `created_at`, type: `time` } } });
