cube(`Staff`, {
  sql: `
    SELECT s.id, s.dept_path
    FROM staff s
    WHERE ${SECURITY_CONTEXT.dept.path.requiredFilter((path) => `s.dept_path IN (SELECT t.path FROM dept_tree t WHERE t.root = ${path})`)}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
