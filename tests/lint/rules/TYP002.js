//# bad {"claims": [{"name": "id"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.userId.requiredFilter('user_id')}` });
//# good {"claims": [{"name": "id"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss nothing is declared
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.userId.requiredFilter('user_id')}` });
