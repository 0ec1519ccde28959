cube(`Payments`, {
  sql: `SELECT * FROM payments WHERE ${SECURITY_CONTEXT.customer.requiredFilter('customer_id')}`,
  refreshKey: { sql: `SELECT max(updated_at) FROM payments WHERE ${SECURITY_CONTEXT.customer.requiredFilter('customer_id')}` },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
