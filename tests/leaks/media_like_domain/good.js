cube(`Readers`, {
  sql: `
    SELECT reader_id, email
    FROM readers
    WHERE ${SECURITY_CONTEXT.domain.requiredFilter((domain) => `domain = ${domain} AND email LIKE '%@%'`)}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    readerId: { sql: `reader_id`, type: `number`, primaryKey: true },
  },
});
