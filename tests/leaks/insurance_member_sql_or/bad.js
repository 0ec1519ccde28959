cube(`Homes`, {
  sql: `SELECT * FROM homes WHERE ${SECURITY_CONTEXT.agent.requiredFilter('agent')}`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    worst: {
      sql: `coalesce((SELECT max(l.euros) FROM losses l WHERE l.place = ${CUBE}.place), 0)`,
      type: `number`,
    },
  },
});

cube(`Losses`, {
  sql: `SELECT * FROM losses WHERE ${SECURITY_CONTEXT.agent.requiredFilter('agent')}`,
  measures: { euros: { sql: `euros`, type: `sum` } },
});
