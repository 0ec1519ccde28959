cube(`Classes`, {
  sql: `
    SELECT id FROM classes WHERE id > 0;
    AND ${USER_CONTEXT.school.filter('school')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
