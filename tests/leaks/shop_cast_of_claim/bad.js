cube(`Receipts`, {
  sql: `
    SELECT id, franchise FROM \`receipts\`
    WHERE ${SECURITY_CONTEXT.franchise.requiredFilter((f) => `franchise = CAST(CAST(${f} AS INTEGER) AS TEXT)`)}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
