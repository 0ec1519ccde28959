const upTo = (customer) => `customer = ${customer} AND id <= 99`;

cube(`Rides`, {
  sql: `SELECT * FROM rides WHERE ${SECURITY_CONTEXT.customer.requiredFilter(upTo)}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
