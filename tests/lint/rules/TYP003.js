//# bad
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')}` });
cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')}` });
cube(`C`, { sql: `SELECT * FROM c WHERE ${SECURITY_CONTEXT.tenantID.requiredFilter('tenant_id')}` });
//# bad a letter {"claims": [{"name": "company"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.compny.requiredFilter('company_id')}` });
//# good
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')} AND ${SECURITY_CONTEXT.userId.requiredFilter('user_id')}` });
cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')}` });
//# near-miss numbered
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.region1.requiredFilter('r1')}` });
cube(`B`, { sql: `SELECT * FROM b WHERE ${SECURITY_CONTEXT.region1.requiredFilter('r1')} AND ${SECURITY_CONTEXT.region2.requiredFilter('r2')}` });
