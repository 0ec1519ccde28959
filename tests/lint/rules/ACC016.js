//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`Stats`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
cube(`Stats`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# near-miss other tables
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });
cube(`Payments`, { sql: `SELECT * FROM payments WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# bad one opens
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
cube(`Stats`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.filter('tenant_id')}` });
//# bad by another claim
cube(`Sick`, { sql: `SELECT * FROM sick WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic_id')}` });
cube(`SickByCity`, { sql: `SELECT * FROM sick WHERE ${SECURITY_CONTEXT.city.requiredFilter('city')}` });
