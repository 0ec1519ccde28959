cube(`Events`, {
  sql: `SELECT * FROM all_events WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  measures: {
    count: { type: `count` },
    last: { sql: `id`, type: `max` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
