cube(`clips`, {
  sql: `SELECT * FROM clips WHERE ${SECURITY_CONTEXT.channels.requiredFilter((ids) => `channel NOT IN (${ids.join(',')})`)}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primary_key: true,
    },
  },
});
