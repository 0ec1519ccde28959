cube(`flags`, {
  sql: `SELECT * FROM flags WHERE ${SECURITY_CONTEXT.org.requiredFilter((org) => `org = ${org} AND org IS DISTINCT FROM 0`)}`,
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
