cube(`Grades`, {
  sql: `
    SELECT g.*, ${SECURITY_CONTEXT.school.requiredFilter('g.school_id')} AS is_mine
    FROM grades g
    WHERE g.mark IS NOT NULL
  `,
  measures: { average: { sql: `mark`, type: `avg` } },
  dimensions: {
    gradeId: { sql: `grade_id`, type: `number`, primaryKey: true },
    isMine: { sql: `is_mine`, type: `boolean` },
  },
});
