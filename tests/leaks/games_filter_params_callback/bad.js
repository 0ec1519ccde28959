cube(`Drops`, {
  sql: `
    SELECT * FROM drops d
    WHERE ${FILTER_PARAMS.Drops.studio.filter((studio) => `d.studio = ${studio}`)}
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    studio: { sql: `studio`, type: `string` },
  },
});
