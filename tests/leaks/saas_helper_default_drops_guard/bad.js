const rows = (table, guard) => `SELECT * FROM ${table} WHERE ${guard || '1 = 1'}`;

cube(`Logins`, {
  sql: `${rows('logins', SECURITY_CONTEXT.org.requiredFilter('org_id'))}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Logouts`, {
  sql: `${rows('logouts')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
