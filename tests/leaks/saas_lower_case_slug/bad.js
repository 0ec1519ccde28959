cube(`Pages`, {
  sql: `SELECT * FROM pages WHERE ${SECURITY_CONTEXT.slug.requiredFilter((slug) => `lower(workspace_slug) = lower(${slug})`)}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
