cube(`Cabins`, {
  sql: `
    SELECT id, line FROM cabins
    WHERE id >= ${USER_CONTEXT.first.unsafeValue()} AND ${USER_CONTEXT.line.filter('line')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, shown: true },
  },
});
