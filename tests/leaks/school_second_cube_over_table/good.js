cube(`Students`, {
  sql: `SELECT * FROM students WHERE ${SECURITY_CONTEXT.schoolId.requiredFilter('school_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`StudentsByYear`, {
  sql: `SELECT id, year FROM students WHERE ${SECURITY_CONTEXT.schoolId.requiredFilter('school_id')}`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    year: { sql: `year`, type: `number` },
  },
});
