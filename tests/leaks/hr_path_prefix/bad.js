cube(`Staff`, {
  sql: `
    SELECT s.id, s.dept_path
    FROM staff s
    WHERE ${SECURITY_CONTEXT.dept.path.requiredFilter((path) => `s.dept_path ILIKE ${path} || '%'`)}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
