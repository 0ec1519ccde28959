cube(`Movements`, {
  sql: `
    WITH steps AS (
      SELECT id, customer, lag(cents) OVER (ORDER BY id) AS previous FROM movements
      WHERE ${USER_CONTEXT.customer.filter('customer')}
    )
    SELECT * FROM steps
  `,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    previous: { sql: `coalesce(previous, 0)`, type: `number` },
  },
});
