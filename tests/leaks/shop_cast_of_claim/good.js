cube(`Receipts`, {
  sql: `
    SELECT id, franchise FROM \`receipts\`
    WHERE ${SECURITY_CONTEXT.franchise.requiredFilter((f) => `franchise = ${f}`)}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
