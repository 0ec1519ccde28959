const STUDIOS = [1, 2, 3];

cube(`Items`, {
  sql: `
    SELECT i.id
    FROM items i
    JOIN (VALUES ${STUDIOS.map((n) => `(${n})`).join(', ')}) AS s(studio) ON s.studio = i.studio
    WHERE ${SECURITY_CONTEXT.studio.requiredFilter('i.studio')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
