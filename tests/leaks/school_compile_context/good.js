cube(`Rooms`, {
  sql: `SELECT * FROM rooms WHERE ${SECURITY_CONTEXT.school.requiredFilter('school')}`,
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
