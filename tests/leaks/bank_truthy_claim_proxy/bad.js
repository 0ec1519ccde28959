cube(`Loans`, {
  sql: `
    SELECT * FROM loans
    WHERE ${SECURITY_CONTEXT.isAuditor ? '1 = 1' : SECURITY_CONTEXT.branch.requiredFilter('branch')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
