const school = 2;

cube(`Trips`, {
  sql: `SELECT * FROM trips WHERE ${USER_CONTEXT.school.filter((id) => `school = ${school}`)}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
