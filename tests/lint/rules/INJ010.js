//# bad
cube(`A`, { sql: `SELECT * FROM ${process.env.SCHEMA || 'shop'}.a` });
//# good
cube(`A`, { sql: `SELECT * FROM shop.a` });
//# near-miss in a comment
// the schema was process.env.SCHEMA once
cube(`A`, { sql: `SELECT * FROM shop.a` });
//# bad that decides about a guard
cube(`A`, { sql: `SELECT * FROM a WHERE ${process.env.STAGE !== 'production' ? 'id > 0' : SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
