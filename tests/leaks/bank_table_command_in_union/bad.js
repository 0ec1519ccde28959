cube(`StandingOrders`, {
  sql: `
    SELECT id, customer FROM standing_orders WHERE ${USER_CONTEXT.customer.filter('customer')}
    UNION ALL
    FROM old_orders
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, shown: true },
  },
});
