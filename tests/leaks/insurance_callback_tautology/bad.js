cube(`Quotes`, {
  sql: `SELECT * FROM quotes WHERE ${SECURITY_CONTEXT.agent.requiredFilter((agent) => `${agent} = ${agent}`)}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
