//# bad {"claims": [{"name": "filter"}]}
cube(`A`, { sql: `SELECT * FROM a` });
//# good {"claims": [{"name": "id"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# near-miss {"claims": [{"name": "filter_by"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.filter_by.requiredFilter('user_id')}` });
