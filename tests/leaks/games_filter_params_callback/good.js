cube(`Drops`, {
  sql: `
    SELECT * FROM drops d
    WHERE ${SECURITY_CONTEXT.studio.requiredFilter((mine) => `d.studio = ${mine}`)}
      AND ${FILTER_PARAMS.Drops.studio.filter((studio) => `d.studio = ${studio}`)}
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    studio: { sql: `studio`, type: `string` },
  },
});
