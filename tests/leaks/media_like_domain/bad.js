cube(`Readers`, {
  sql: `
    SELECT reader_id, email
    FROM readers
    WHERE ${SECURITY_CONTEXT.domain.requiredFilter((domain) => `email LIKE '%' || ${domain}`)}
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    readerId: { sql: `reader_id`, type: `number`, primaryKey: true },
  },
});
