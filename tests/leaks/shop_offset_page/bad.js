cube(`Goods`, {
  sql: `
    WITH page AS (SELECT * FROM goods ORDER BY id LIMIT 2 OFFSET 1)
    SELECT * FROM page WHERE ${SECURITY_CONTEXT.vendor.requiredFilter('page.vendor')}
  `,
  measures: {
    first: { sql: `id`, type: `min` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
