cube(`Cards`, {
  sql: `
    SELECT c.card_id, (SELECT max(t.amount) FROM transfers t WHERE t.branch = c.branch AND ${USER_CONTEXT.customer.filter('t.customer_id')}) AS largest
    FROM cards c
    WHERE ${USER_CONTEXT.customer.filter('c.customer_id')}
  `,
  dimensions: {
    cardId: { sql: `card_id`, type: `number`, primaryKey: true, shown: true },
    largest: { sql: `largest`, type: `number` },
  },
});
cube(`Transfers`, {
  sql: `SELECT * FROM transfers WHERE ${USER_CONTEXT.customer.filter('customer_id')}`,
  measures: { amount: { sql: `amount`, type: `sum` } },
});
