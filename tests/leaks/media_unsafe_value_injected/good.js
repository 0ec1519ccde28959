cube(`Drafts`, {
  sql: `SELECT * FROM drafts WHERE ${SECURITY_CONTEXT.desk.requiredFilter('desk')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
