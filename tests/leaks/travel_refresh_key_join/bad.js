cube(`Bookings`, {
  sql: `SELECT b.* FROM bookings b WHERE ${SECURITY_CONTEXT.airline.requiredFilter('b.airline')}`,
  refreshKey: {
    sql: `SELECT max(b.changed) FROM bookings b JOIN flights f ON f.id = b.flight`,
    every: `1 hour`,
  },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
