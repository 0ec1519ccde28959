cube(`Quotes`, {
  sql: `
    SELECT q.id FROM (SELECT * REPLACE (price + 1 AS price) FROM quotes) AS q
    WHERE ${SECURITY_CONTEXT.agency.requiredFilter('q.agency')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
