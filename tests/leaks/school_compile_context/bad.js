const { school } = COMPILE_CONTEXT.securityContext;

cube(`Rooms`, {
  sql: `SELECT * FROM rooms WHERE school = '${school}'`,
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
