cube(`Articles`, {
  sql: `SELECT * FROM articles WHERE ${SECURITY_CONTEXT.publisher.requiredFilter('publisher_id')} ORDER BY title DESC, id`,
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
    title: {
      sql: `title`,
      type: `string`,
    },
  },
});
