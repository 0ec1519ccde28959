cube(`Seats`, {
  sql: `SELECT * FROM seats WHERE ${SECURITY_CONTEXT.accountId.requiredFilter('account_id')}`,
  measures: { count: { type: `count` } },
});

cube(`Invoices`, {
  sql: `SELECT * FROM invoices WHERE ${SECURITY_CONTEXT.userId.requiredFilter('account_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
