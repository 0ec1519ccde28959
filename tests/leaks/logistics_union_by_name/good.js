cube(`Goods`, {
  sql: `
    SELECT g.id FROM (
      SELECT depot, id FROM arrived
      UNION ALL BY NAME
      SELECT id, depot FROM expected
    ) AS g
    WHERE ${SECURITY_CONTEXT.depot.requiredFilter('g.depot')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
