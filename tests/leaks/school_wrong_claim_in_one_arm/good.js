cube(`Adults`, {
  sql: `
    SELECT s.id FROM staff s WHERE ${SECURITY_CONTEXT.schoolId.requiredFilter('s.school')}
    UNION ALL
    SELECT v.id FROM volunteers v WHERE ${SECURITY_CONTEXT.schoolId.requiredFilter('v.school')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
