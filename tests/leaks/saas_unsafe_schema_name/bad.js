cube(`Events`, {
  sql: `SELECT * FROM tenant_${SECURITY_CONTEXT.tenant.unsafeValue()}.events`,
  measures: {
    count: { type: `count` },
    last: { sql: `id`, type: `max` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
