cube(`Companions`, {
  sql: `
    SELECT other.name, g.booking
    FROM guests g
    JOIN guests other ON other.booking = g.booking
    WHERE ${SECURITY_CONTEXT.agency.requiredFilter('g.agency')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { name: { sql: `name`, type: `string`, primaryKey: true } },
});
