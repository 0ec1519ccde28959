cube(`Articles`, {
  sql: `SELECT * FROM articles ORDER BY ${SECURITY_CONTEXT.publisher.requiredFilter('publisher_id')} DESC, id`,
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
