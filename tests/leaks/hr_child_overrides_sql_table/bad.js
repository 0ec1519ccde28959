cube(`contracts`, {
  sql: `SELECT * FROM contracts WHERE ${SECURITY_CONTEXT.firm_id.requiredFilter('firm_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true } },
});

cube(`contracts_archive`, {
  extends: contracts,
  sql_table: `contracts_2019`,
});
