//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => 'user_id = ${v}')}` });
//# bad the whole SQL
cube(`Orders`, { sql: "SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}" });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter((v) => `user_id = ${v}`)}` });
//# near-miss a dollar
cube(`Orders`, { sql: "SELECT '$' AS currency, orders.* FROM orders" });
