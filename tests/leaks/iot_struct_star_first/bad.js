cube(`Telemetry`, {
  sql: `
    SELECT t.id, t.volt
    FROM (SELECT payload.*, m.* FROM telemetry m) t
    WHERE ${SECURITY_CONTEXT.customer.requiredFilter('t.customer')}
  `,
  measures: {
    volt: { sql: `volt`, type: `max` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
