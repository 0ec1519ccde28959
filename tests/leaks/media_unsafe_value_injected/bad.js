cube(`Drafts`, {
  sql: `SELECT * FROM drafts WHERE desk = '${SECURITY_CONTEXT.desk.unsafeValue()}'`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
