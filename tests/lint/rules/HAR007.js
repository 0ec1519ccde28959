//# bad
// cubeproof: ignore[ACC020] public catalogue
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` }); // cubeproof: ignore[ACC001] anybody may see all orders
//# near-miss a family
// cubeproof: ignore[ACC] anybody may see all orders
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` });
