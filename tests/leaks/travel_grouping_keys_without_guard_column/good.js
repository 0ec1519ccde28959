cube(`Nights`, {
  sql: `
    WITH towns AS (
      SELECT town, chain, sum(nights) AS nights
      FROM nights
      GROUP BY 1, 2
    )
    SELECT * FROM towns
    WHERE ${SECURITY_CONTEXT.chain.requiredFilter('towns.chain')}
  `,
  measures: { nights: { sql: `nights`, type: `sum` } },
  dimensions: { town: { sql: `town`, type: `string`, primaryKey: true } },
});
