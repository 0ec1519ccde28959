cube(`Crates`, {
  sql: `
    SELECT x.id FROM (SELECT 1 AS pallets, c.* FROM crates c) x
    WHERE ${SECURITY_CONTEXT.depot.requiredFilter('x.depot')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
