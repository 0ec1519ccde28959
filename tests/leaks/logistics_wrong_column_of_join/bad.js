cube(`Parties`, {
  sql: `SELECT * FROM parties WHERE ${SECURITY_CONTEXT.org.requiredFilter('org')}`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Consignments`, {
  sql: `
    SELECT c.id, c.sender
    FROM consignments c
    JOIN parties p ON p.id = c.receiver
    WHERE ${SECURITY_CONTEXT.org.requiredFilter('p.org')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
