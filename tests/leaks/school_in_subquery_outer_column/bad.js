cube(`Essays`, {
  sql: `
    SELECT * FROM essays
    WHERE course_id IN (SELECT course_id FROM courses WHERE ${SECURITY_CONTEXT.teacher.requiredFilter('teacher')})
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
