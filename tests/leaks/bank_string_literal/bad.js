cube(`Fees`, {
  sql: `SELECT id, 'where ${USER_CONTEXT.customer.filter('customer')}' AS note FROM fees`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    note: { sql: `note`, type: `string` },
  },
});
