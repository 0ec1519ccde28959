cube(`Bookings`, {
  sql: `
    SELECT b.id, t.city
    FROM bookings b
    LEFT JOIN trips t ON t.id = b.trip_id AND ${SECURITY_CONTEXT.agency.id.requiredFilter('b.agency_id')}
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    city: { sql: `city`, type: `string` },
  },
});
