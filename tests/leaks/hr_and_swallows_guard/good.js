cube(`Raises`, {
  sql: `
    SELECT id, year FROM raises
    WHERE ${SECURITY_CONTEXT.unit.requiredFilter('unit')} AND year > 2020
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
