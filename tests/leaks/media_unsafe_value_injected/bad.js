cube(`Drafts`, {
  sql: `SELECT * FROM drafts WHERE desk = '${SECURITY_CONTEXT.desk.unsafeValue()}'`,
  refreshKey: { every: `10 minutes` },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    desk: { sql: `upper(${CUBE}.desk)`, type: `string` },
  },
});
