const isLocal = process.env.STAGE !== 'production';

cube(`Marks`, {
  sql: `SELECT * FROM marks WHERE ${isLocal ? 'id > 0' : SECURITY_CONTEXT.teacher.requiredFilter('teacher')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
