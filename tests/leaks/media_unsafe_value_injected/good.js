cube(`Drafts`, {
  sql: `SELECT * FROM drafts WHERE ${SECURITY_CONTEXT.desk.requiredFilter('desk')}`,
  refreshKey: { every: `10 minutes` },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    desk: { sql: `upper(${CUBE}.desk)`, type: `string` },
  },
});
