const shared = { measures: { count: { type: `count` } } };

cube(`Tracks`, {
  ...shared,
  sql: `SELECT * FROM tracks WHERE ${SECURITY_CONTEXT.label.requiredFilter('label')}`,
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
