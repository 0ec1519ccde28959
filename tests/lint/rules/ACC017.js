//# bad {"tenant_columns": {"tenant_id": "tenant"}}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.id.requiredFilter('tenant_id')}` });
//# good {"tenant_columns": {"tenant_id": "tenant"}}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# near-miss another column {"tenant_columns": {"tenant_id": "tenant"}}
cube(`A`, { sql: `SELECT * FROM a WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
//# bad a person and a group
cube(`Orders`, { sql: `SELECT * FROM reviews WHERE ${SECURITY_CONTEXT.company.requiredFilter('created_by')}` });
//# near-miss a group and a group
cube(`Orders`, { sql: `SELECT * FROM reviews WHERE ${SECURITY_CONTEXT.company.requiredFilter('org_id')}` });
