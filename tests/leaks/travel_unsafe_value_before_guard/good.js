cube(`Cabins`, {
  sql: `
    SELECT id, line FROM cabins
    WHERE ${USER_CONTEXT.first.filter((first) => `id >= CAST(${first} AS INTEGER)`)} AND ${USER_CONTEXT.line.filter('line')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, shown: true },
  },
});
