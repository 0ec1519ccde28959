const priced = () => `price > 0 OR price IS NULL`;

cube(`Products`, {
  sql: `
    SELECT id, vendor FROM products
    WHERE ${SECURITY_CONTEXT.vendor.requiredFilter('vendor')} AND (${priced()})
       AND NOT hidden
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
