cube(`Fees`, {
  sql: `SELECT id, 'where customer = me' AS note FROM fees WHERE ${USER_CONTEXT.customer.filter('customer')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    note: { sql: `note`, type: `string` },
  },
});
