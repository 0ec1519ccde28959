cube(`Bookings`, {
  sql: `SELECT b.* FROM bookings b WHERE ${SECURITY_CONTEXT.airline.requiredFilter('b.airline')}`,
  refreshKey: {
    every: `1 hour`,
  },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
