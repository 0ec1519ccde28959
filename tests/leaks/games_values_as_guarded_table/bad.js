const STUDIOS = [1, 2, 3];

cube(`Items`, {
  sql: `
    SELECT i.id
    FROM items i
    CROSS JOIN (VALUES ${STUDIOS.map((n) => `(${n})`).join(', ')}) AS s(studio)
    WHERE ${SECURITY_CONTEXT.studio.requiredFilter('s.studio')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
