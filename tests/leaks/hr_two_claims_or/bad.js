cube(`Goals`, {
  sql: `
    SELECT * FROM goals
    WHERE (${SECURITY_CONTEXT.person.requiredFilter('person')} OR ${SECURITY_CONTEXT.firm.requiredFilter('firm')})
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
