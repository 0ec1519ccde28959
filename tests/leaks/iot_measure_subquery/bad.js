cube(`Pings`, {
  sql: `SELECT * FROM pings WHERE ${USER_CONTEXT.customer.filter('customer')}`,
  measures: {
    count: { type: `count` },
    share: { sql: `100 * ${count} / (SELECT count(*) FROM pings)`, type: `number`, format: `percent` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
