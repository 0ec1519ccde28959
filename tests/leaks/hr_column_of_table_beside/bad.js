cube(`Bonuses`, {
  sql: `
    SELECT b.id
    FROM (SELECT 1 AS firm) settings, (SELECT firm AS owner, id FROM bonuses) b
    WHERE ${SECURITY_CONTEXT.firm.requiredFilter('b.owner')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
