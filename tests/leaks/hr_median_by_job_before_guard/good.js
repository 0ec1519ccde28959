cube(`Wages`, {
  sql: `
    SELECT * FROM (
      SELECT job, firm, sum(wage) AS wages FROM wages GROUP BY job, firm
    ) AS jobs
    WHERE ${SECURITY_CONTEXT.firm.requiredFilter('jobs.firm')}
  `,
  measures: { wages: { sql: `wages`, type: `sum` } },
  dimensions: { job: { sql: `job`, type: `string`, primaryKey: true } },
});
