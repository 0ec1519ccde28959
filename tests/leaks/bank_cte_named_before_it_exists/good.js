cube(`Statements`, {
  sql: `
    WITH visible AS (SELECT * FROM visible WHERE ${USER_CONTEXT.customer.filter('customer')}),
         totals AS (SELECT id, customer FROM visible)
    SELECT totals.id FROM totals
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, shown: true },
  },
});
