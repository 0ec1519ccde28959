cube(`Bookings`, {
  sql: `
    SELECT * FROM bookings b
    WHERE (${FILTER_GROUP(
      FILTER_PARAMS.Bookings.kind.filter('b.kind'),
      FILTER_PARAMS.Bookings.place.filter('b.place'),
    )} OR ${SECURITY_CONTEXT.customer.requiredFilter('b.customer')})
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    kind: { sql: `kind`, type: `string` },
    place: { sql: `place`, type: `string` },
  },
});
