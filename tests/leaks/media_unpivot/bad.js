cube(`Scripts`, {
  sql: `
    SELECT s.id FROM (
      SELECT * FROM scripts UNPIVOT (person FOR role IN (author, critic))
    ) AS s
    WHERE ${SECURITY_CONTEXT.author.requiredFilter('s.person')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
