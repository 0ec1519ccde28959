cube(`Exams`, {
  sql: `
    SELECT id, school_code FROM exams
    WHERE ${USER_CONTEXT.school.filter('substr(school_code, 1, 2)')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
