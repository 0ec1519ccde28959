cube(`Scans`, {
  sql: `SELECT * FROM scans WHERE ${SECURITY_CONTEXT.practice.requiredFilter('practice')} AND coalesce(id, 0) > 0`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
