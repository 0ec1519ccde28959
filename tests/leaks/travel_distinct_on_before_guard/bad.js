cube(`Seats`, {
  sql: `
    SELECT first.flight, first.is_first FROM (
      SELECT DISTINCT ON (flight) flight, airline_id, booked = 1 AS is_first FROM seats ORDER BY flight, booked
    ) first
    JOIN (SELECT flight FROM seats WHERE ${SECURITY_CONTEXT.airline.requiredFilter('airline_id')}) own ON own.flight = first.flight
  `,
  dimensions: {
    flight: { sql: `flight`, type: `string`, primaryKey: true },
    isFirst: { sql: `CASE WHEN is_first THEN flight || ' first' ELSE flight || ' later' END`, type: `string` },
  },
});
