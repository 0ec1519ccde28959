const Base = cube({
  sql: `SELECT * FROM ledger`,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});

cube(`Ledger`, {
  extends: Base,
  sql: `SELECT * FROM ledger WHERE ${SECURITY_CONTEXT.branch.requiredFilter('branch_id')}`,
  measures: {
    cents: { sql: `cents`, type: `sum` },
  },
});
