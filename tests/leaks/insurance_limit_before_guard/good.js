cube(`Signed`, {
  sql: `
    SELECT * FROM (SELECT * FROM signed WHERE ${SECURITY_CONTEXT.broker.requiredFilter('broker')}
                   ORDER BY day DESC LIMIT 2) AS newest
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
