const minimum = 0;

cube(`Marks`, {
  sql: `SELECT * FROM marks WHERE id > ${minimum} AND ${SECURITY_CONTEXT.teacher.requiredFilter('teacher')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
