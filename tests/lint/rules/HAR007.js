//# bad
// cubeproof: ignore[ACC020] public catalogue
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` }); // cubeproof: ignore[ACC001] anybody may see all orders
//# near-miss a family
// cubeproof: ignore[ACC] anybody may see all orders
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')}` });
//# near-miss several above a line
// cubeproof: ignore[ACC001] anybody may see all orders
// cubeproof: ignore[INJ011] only the newest version runs this
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.filter('user_id')} AND a = ${SECURITY_CONTEXT.a}` });
