//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`AllOrders`, { extends: Orders, sql: `SELECT * FROM orders` });
//# bad a table of its own
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`OldOrders`, { extends: Orders, sqlTable: `old_orders` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`OpenOrders`, { extends: Orders, sql: `SELECT * FROM ${Orders.sql()} AS o WHERE status = 'open'` });
//# near-miss more measures
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`MoreOrders`, { extends: Orders, measures: { n: { type: `count` } } });
