//# bad
cube(`Orders`, { sql: `SELECT * FROM orders WHERE tenant = '${COMPILE_CONTEXT.securityContext.tenant}'` });
//# bad through constants
const { securityContext } = COMPILE_CONTEXT;
const schema = securityContext.schema;
cube(`Orders`, { sql: `SELECT * FROM ${schema}.orders` });
//# good
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
//# near-miss which cubes there are
if (COMPILE_CONTEXT.securityContext.audit) { cube(`Audit`, { sql: `SELECT * FROM audit WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` }); }
cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}` });
