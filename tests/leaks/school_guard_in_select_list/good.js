cube(`Grades`, {
  sql: `
    SELECT g.*, g.mark >= 4 AS is_mine
    FROM grades g
    WHERE g.mark IS NOT NULL AND ${SECURITY_CONTEXT.school.requiredFilter('g.school_id')}
  `,
  measures: { average: { sql: `mark`, type: `avg` } },
  dimensions: {
    gradeId: { sql: `grade_id`, type: `number`, primaryKey: true },
    isMine: { sql: `is_mine`, type: `boolean` },
  },
});
