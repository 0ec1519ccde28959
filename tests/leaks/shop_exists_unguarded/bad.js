cube(`Purchases`, {
  sql: `SELECT customer_id, store_id FROM purchases WHERE ${SECURITY_CONTEXT.store_id.requiredFilter('store_id')}`,
  dimensions: { customer: { sql: `customer_id`, type: `number`, primaryKey: true } },
});

cube(`Customers`, {
  sql: `
    SELECT c.id, c.email
    FROM customers c
    WHERE EXISTS (SELECT 1 FROM purchases p WHERE p.customer_id = c.id)
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
