//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.filter('tenant_id')}` });
//# bad a claim that is declared to be optional {"claims": [{"name": "tenant", "optional": true}]}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.filter('tenant_id')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# near-miss under strict semantics {"semantics": "strict"}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.filter('tenant_id')}` });
//# near-miss a claim that every token has {"claims": [{"name": "tenant"}]}
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.filter('tenant_id')}` });
