cube(`OffersMade`, {
  sql: `
    SELECT * FROM offers_made
    WHERE ${SECURITY_CONTEXT.person.requiredFilter((p) => `${SECURITY_CONTEXT.role.unsafeValue()} = ${p}`)}
  `,
  measures: {
    count: { type: `count` },
    brokers: { sql: `broker`, type: `countDistinct` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
