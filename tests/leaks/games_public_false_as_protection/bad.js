cube(`Revenue`, {
  sql: `SELECT * FROM purchases`,
  public: false, // of all studios: for the finance team only
  measures: { usd: { sql: `usd`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`StudioRevenue`, {
  sql: `SELECT * FROM purchases WHERE ${SECURITY_CONTEXT.studio.requiredFilter('studio_id')}`,
  measures: { usd: { sql: `usd`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
