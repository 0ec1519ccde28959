cube(`Scans`, {
  sql: `SELECT * FROM scans WHERE coalesce(${SECURITY_CONTEXT.practice.requiredFilter('practice')}, true)`,
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
