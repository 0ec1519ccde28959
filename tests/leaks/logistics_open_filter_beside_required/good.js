cube(`Pallets`, {
  sql: `
    SELECT * FROM pallets
    WHERE ${SECURITY_CONTEXT.country.requiredFilter('country')}
      AND ${SECURITY_CONTEXT.customer.requiredFilter('customer')}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
