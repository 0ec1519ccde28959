cube(`Goods`, {
  sql: `
    WITH page AS (SELECT * FROM goods WHERE ${SECURITY_CONTEXT.vendor.requiredFilter('vendor')} ORDER BY id LIMIT 2 OFFSET 1)
    SELECT * FROM page
  `,
  measures: {
    first: { sql: `id`, type: `min` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
