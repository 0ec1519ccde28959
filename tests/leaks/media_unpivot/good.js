cube(`Scripts`, {
  sql: `
    SELECT s.id FROM (
      SELECT id, author AS person FROM scripts
    ) AS s
    WHERE ${SECURITY_CONTEXT.author.requiredFilter('s.person')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
