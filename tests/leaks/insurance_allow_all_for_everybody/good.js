cube(`Damages`, {
  sql: `SELECT * FROM damages`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    agentId: { sql: `agent_id`, type: `number` },
  },
  accessPolicy: [
    { group: `agent`, rowLevel: { filters: [{ member: `agentId`, operator: `equals`, values: [securityContext.agentId] }] } },
    { group: `auditor`, rowLevel: { allowAll: true } },
  ],
});
