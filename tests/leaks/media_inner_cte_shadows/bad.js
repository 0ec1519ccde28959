cube(`Posts`, {
  sql: `
    WITH mine AS (SELECT * FROM posts WHERE ${SECURITY_CONTEXT.author.requiredFilter('author')})
    SELECT * FROM (
      WITH mine AS (SELECT * FROM posts WHERE id > 0)
      SELECT * FROM mine
    ) AS latest
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
