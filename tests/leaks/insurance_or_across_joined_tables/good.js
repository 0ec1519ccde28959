cube(`Cover`, {
  sql: `
    SELECT DISTINCT c.id
    FROM cover c
    INNER JOIN agents a ON a.region = c.region
    WHERE (${SECURITY_CONTEXT.person.requiredFilter('c.insured')}
       AND (a.person > 0 OR a.person IS NULL))
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
