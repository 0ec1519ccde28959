cube(`Cases`, {
  sql: `
    SELECT * FROM cases c
    WHERE (${SECURITY_CONTEXT.agent.requiredFilter('c.agent')}) = c.urgent
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    urgent: { sql: `urgent`, type: `boolean` },
  },
});
