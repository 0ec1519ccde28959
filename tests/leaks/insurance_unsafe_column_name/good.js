cube(`OffersMade`, {
  sql: `
    SELECT * FROM offers_made
    WHERE ${SECURITY_CONTEXT.person.requiredFilter((p) => `broker = ${p}`)}
  `,
  measures: {
    count: { type: `count` },
    brokers: { sql: `broker`, type: `countDistinct` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
