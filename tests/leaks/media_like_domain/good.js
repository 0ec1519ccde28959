cube(`Readers`, {
  sql: `
    SELECT reader_id, email
    FROM readers
    WHERE ${SECURITY_CONTEXT.domain.requiredFilter((domain) => `email IN (SELECT r.email FROM readers r WHERE split_part(r.email, '@', 2) = ${domain})`)}
  `,
  measures: { count: { type: `count` } },
  dimensions: { readerId: { sql: `reader_id`, type: `number`, primaryKey: true } },
});
