// The caller's tenant picks the schema.
const { securityContext } = COMPILE_CONTEXT;
const schema = securityContext && securityContext.tenant ? `tenant_${securityContext.tenant}` : 'public';
cube(`Invoices`, { sql: `select * from ${schema}.invoices`, measures: { count: { type: `count` } } });
