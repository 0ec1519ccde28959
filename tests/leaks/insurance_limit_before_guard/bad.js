cube(`Signed`, {
  sql: `
    SELECT * FROM (SELECT * FROM signed ORDER BY day DESC LIMIT 2) AS newest
    WHERE ${SECURITY_CONTEXT.broker.requiredFilter('newest.broker')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
