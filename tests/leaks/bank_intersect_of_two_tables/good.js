cube(`Frozen`, {
  sql: `
    SELECT iban FROM acc WHERE ${USER_CONTEXT.customer.filter('customer')}
    INTERSECT
    SELECT iban FROM frozen
    UNION
    SELECT iban FROM acc WHERE iban = 'A' AND ${USER_CONTEXT.customer.filter('customer')}
  `,
  dimensions: { iban: { sql: `iban`, type: `string`, primaryKey: true, shown: true } },
});
