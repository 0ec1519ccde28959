cube(`Offices`, {
  sql: `SELECT * FROM offices WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')}`,
  measures: { count: { type: `count` } },
});

cube(`Teams`, {
  sql: `SELECT * FROM teams WHERE ${SECURITY_CONTEXT.tenantId.requiredFilter('tenant_id')}`,
  measures: { count: { type: `count` } },
});

cube(`Absences`, {
  sql: `SELECT * FROM absences WHERE ${SECURITY_CONTEXT.tennantId.filter('tenant_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
