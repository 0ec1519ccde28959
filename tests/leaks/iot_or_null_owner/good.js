cube(`Devices`, {
  sql: `SELECT * FROM devices WHERE ${SECURITY_CONTEXT.customerId.requiredFilter('customer_id')} AND (model = 'x' OR model IS NULL)`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    serial: { sql: `serial`, type: `string`, primaryKey: true },
    model: { sql: `model`, type: `string` },
  },
});
