cube(`Devices`, {
  sql: `SELECT * FROM devices WHERE (${SECURITY_CONTEXT.customerId.requiredFilter('customer_id')} OR customer_id IS NULL)`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    serial: { sql: `serial`, type: `string`, primaryKey: true },
    model: { sql: `model`, type: `string` },
  },
});
