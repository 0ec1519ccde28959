cube(`Applicants`, {
  sql: `SELECT * FROM applicants WHERE ${SECURITY_CONTEXT.firm.requiredFilter('firm')}`,
  joins: { Ratings: { relationship: `hasMany`, sql: `${CUBE}.job = ${Ratings}.job AND ${CUBE}.firm = ${Ratings}.firm` } },
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, job: { sql: `job`, type: `string` } },
});

cube(`Ratings`, {
  sql: `SELECT * FROM ratings WHERE ${SECURITY_CONTEXT.firm.requiredFilter('firm')}`,
  measures: { stars: { sql: `stars`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
