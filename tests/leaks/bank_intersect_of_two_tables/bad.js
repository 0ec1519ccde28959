cube(`Frozen`, {
  sql: `
    SELECT iban FROM acc WHERE ${USER_CONTEXT.customer.filter('customer')}
    INTERSECT
    SELECT iban FROM frozen
    UNION
    SELECT iban FROM acc WHERE iban = 'C'
  `,
  dimensions: { iban: { sql: `iban`, type: `string`, primaryKey: true, shown: true } },
});
