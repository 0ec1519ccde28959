const MOST = 2;

cube(`Cameras`, {
  sql: `
    SELECT * FROM cameras WHERE ${SECURITY_CONTEXT.sites.requiredFilter((sites) =>
      sites.length > MOST ? `site = ANY([${sites.join(',')}])` : `site IN (${sites.join(',')})`
    )}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
