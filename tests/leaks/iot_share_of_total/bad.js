cube(`Consumption`, {
  sql: `
    SELECT * FROM (
      SELECT meter, customer, 100.0 * kwh / sum(kwh) OVER () AS share FROM consumption
    ) AS shares
    WHERE ${SECURITY_CONTEXT.customer.requiredFilter('shares.customer')}
  `,
  dimensions: {
    meter: { sql: `meter`, type: `number`, primaryKey: true },
    share: { sql: `CAST(share AS INTEGER)`, type: `number` },
  },
});
