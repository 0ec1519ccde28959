cube(`Samples`, {
  sql: `
    WITH numbered AS (
      SELECT id, customer, row_number() OVER (PARTITION BY day, customer ORDER BY id) AS place
      FROM samples
    )
    SELECT n.* FROM numbered n
    WHERE ${SECURITY_CONTEXT.customer.requiredFilter('n.customer')}
  `,
  measures: { last: { sql: `place`, type: `max` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
