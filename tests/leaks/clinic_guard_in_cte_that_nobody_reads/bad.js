cube(`Wounds`, {
  sql: `
    WITH own_wounds AS (
      SELECT * FROM wounds WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}
    )
    SELECT id, grade
    FROM wounds
  `,
  measures: { grade: { sql: `grade`, type: `avg` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
