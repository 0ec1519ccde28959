const guarded = { sql: () => `SELECT * FROM tracks WHERE ${SECURITY_CONTEXT.label.requiredFilter('label')}` };
const plain = { sql: () => `SELECT * FROM tracks` };

cube(`Tracks`, {
  ...guarded,
  ...plain,
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
