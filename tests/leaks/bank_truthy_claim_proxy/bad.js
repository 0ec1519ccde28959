cube(`Loans`, {
  sql: `
    SELECT * FROM loans
    WHERE ${SECURITY_CONTEXT.isAuditor ? '1 = 1' : SECURITY_CONTEXT.branch.requiredFilter('branch')}
  `,
  title: `Loans of the branch`,
  measures: {
    count: { type: `count`, drillMembers: [id] },
    branches: { sql: `branch`, type: `countDistinct` },
  },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
