//# bad
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant.id.filter('tenant_id')}` });
//# good
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant.id.requiredFilter('tenant_id')}` });
//# near-miss declared {"claims": [{"name": "tenant.id"}]}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant.id.filter('tenant_id')}` });
