cube(`Exams`, {
  sql: `
    SELECT id, substr(school_code, 1, 2) AS region FROM exams
    WHERE ${USER_CONTEXT.school.filter('school_code')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
