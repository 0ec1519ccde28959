//# bad
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# good
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# near-miss two tables
cube(`A`, { sql: `SELECT * FROM a JOIN b ON b.id = a.b_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('a.user_id')} AND ${SECURITY_CONTEXT.id.requiredFilter('b.user_id')}` });
