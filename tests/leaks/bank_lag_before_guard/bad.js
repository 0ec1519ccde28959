cube(`Movements`, {
  sql: `
    WITH steps AS (
      SELECT id, customer, lag(cents) OVER (ORDER BY id) AS previous FROM movements
    )
    SELECT * FROM steps WHERE ${USER_CONTEXT.customer.filter('steps.customer')}
  `,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    previous: { sql: `coalesce(previous, 0)`, type: `number` },
  },
});
