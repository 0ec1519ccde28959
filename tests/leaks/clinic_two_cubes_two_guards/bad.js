cube(`Sick`, {
  sql: `SELECT * FROM sick WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`SickByCity`, {
  sql: `SELECT * FROM sick WHERE ${SECURITY_CONTEXT.city.requiredFilter('city')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
