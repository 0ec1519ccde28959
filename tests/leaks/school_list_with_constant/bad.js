const SAMPLES = 0;

cube(`TestsTaken`, {
  sql: `SELECT * FROM tests_taken WHERE ${SECURITY_CONTEXT.school.requiredFilter((school) => `school IN (${school}, ${SAMPLES})`)}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
