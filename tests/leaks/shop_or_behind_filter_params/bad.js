cube(`Listings`, {
  sql: `
    SELECT * FROM listings l
    WHERE ${SECURITY_CONTEXT.shop.requiredFilter('l.shop')}
      AND ${FILTER_PARAMS.Listings.state.filter((state) => `l.state = ${state}`)} OR l.archived
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    state: { sql: `CASE WHEN ${CUBE}.archived THEN 'live' ELSE ${CUBE}.state END`, type: `string` },
  },
});
