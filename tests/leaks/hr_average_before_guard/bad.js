cube(`Salaries`, {
  sql: `
    SELECT s.job, s.company_id, j.mean
    FROM salaries s
    JOIN (SELECT job, avg(salary) AS mean FROM salaries GROUP BY job) j ON j.job = s.job
    WHERE ${SECURITY_CONTEXT.companyId.requiredFilter('s.company_id')}
  `,
  dimensions: {
    job: { sql: `job`, type: `string`, primaryKey: true },
    mean: { sql: `mean`, type: `number` },
  },
});
