const not = (condition) => `NOT (${condition})`;
const expired = `expired`;

cube(`Offers`, {
  sql: `
    SELECT id FROM offers
    WHERE ${not(`${expired} AND ${not(SECURITY_CONTEXT.agency.requiredFilter('agency'))}`)}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
