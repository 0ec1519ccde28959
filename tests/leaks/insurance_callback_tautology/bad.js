cube(`Quotes`, {
  sql: `SELECT * FROM quotes WHERE id > 0 AND ${SECURITY_CONTEXT.agent.requiredFilter((agent) => `${agent} = ${agent}`)}`,
  measures: {
    agents: {
      sql: `agent`,
      type: `countDistinct`,
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
