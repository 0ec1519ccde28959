cube(`Offers`, {
  sql: `
    SELECT id FROM offers WHERE ${SECURITY_CONTEXT.agent.requiredFilter('agent_id')}
    EXCEPT
    SELECT id FROM withdrawn WHERE ${SECURITY_CONTEXT.agent.requiredFilter('agent_id')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
