cube(`Letters`, {
  sql: `SELECT * FROM letters WHERE ${SECURITY_CONTEXT.person.requiredFilter('sender')}`,
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
