cube(`Pages`, {
  sql: `SELECT * FROM pages WHERE ${SECURITY_CONTEXT.slug.requiredFilter((slug) => `workspace_slug = ${slug} AND lower(workspace_slug) <> 'test'`)}`,
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
