cube(`Deposits`, {
  sql: `SELECT * FROM deposits WHERE ${SECURITY_CONTEXT.customer.requiredFilter((customer) => `customer = ${customer}`)}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
