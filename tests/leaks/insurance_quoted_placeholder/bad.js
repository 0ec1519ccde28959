cube(`Contracts`, {
  sql: `SELECT * FROM contracts WHERE ${SECURITY_CONTEXT.agent.requiredFilter((agent) => `agent <> '' AND agent <> '${agent}'`)}`,
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
