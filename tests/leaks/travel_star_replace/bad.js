cube(`Quotes`, {
  sql: `
    SELECT q.id FROM (SELECT * REPLACE (1 AS agency) FROM quotes) AS q
    WHERE ${SECURITY_CONTEXT.agency.requiredFilter('q.agency')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
