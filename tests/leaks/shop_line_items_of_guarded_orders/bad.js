cube(`Orders`, {
  sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.merchantId.requiredFilter('merchant_id')}`,
  joins: {
    LineItems: { relationship: `hasMany`, sql: `${Orders}.id = ${LineItems}.order_id` }
  },
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } }
});

cube(`LineItems`, {
  sql: `SELECT * FROM line_items`,
  measures: { revenue: { sql: `price`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, sku: { sql: `sku`, type: `string` } }
});
