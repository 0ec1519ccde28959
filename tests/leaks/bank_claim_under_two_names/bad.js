const key = { id: { sql: () => `id`, type: `number`, primaryKey: true } };

cube(`Cards`, {
  sql: `SELECT * FROM cards WHERE ${SECURITY_CONTEXT.customerId.filter('customer')}`,
  dimensions: key,
});

cube(`Limits`, {
  sql: `SELECT * FROM limits WHERE ${SECURITY_CONTEXT.customerId.filter('customer')}`,
  dimensions: key,
});

cube(`Alerts`, {
  sql: `SELECT * FROM alerts WHERE ${SECURITY_CONTEXT.customer_id.filter('customer')}`,
  dimensions: key,
});
