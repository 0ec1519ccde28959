cube(`Charges`, {
  sql: `
    SELECT sums.cents, sums.org
    FROM (SELECT org, total(cents) AS cents FROM charges) AS sums
    WHERE ${SECURITY_CONTEXT.org.requiredFilter('sums.org')}
  `,
  measures: {
    cents: { sql: `cents`, type: `max` },
  },
  dimensions: {
    org: { sql: `org`, type: `number`, primaryKey: true },
  },
});
