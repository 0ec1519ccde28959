cube(`Cover`, {
  sql: `
    SELECT DISTINCT c.id
    FROM cover c
    INNER JOIN agents a ON a.region = c.region
    WHERE (${SECURITY_CONTEXT.person.requiredFilter('c.insured')}
       OR ${SECURITY_CONTEXT.person.requiredFilter('a.person')})
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
