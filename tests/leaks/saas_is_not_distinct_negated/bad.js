cube(`flags`, {
  sql: `SELECT * FROM flags WHERE ${SECURITY_CONTEXT.org.requiredFilter((org) => `org IS DISTINCT FROM ${org}`)}`,
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
