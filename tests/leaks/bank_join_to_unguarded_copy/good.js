cube(`Clients`, {
  sql: `SELECT * FROM clients WHERE ${USER_CONTEXT.advisor_id.filter('advisor_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
});

cube(`ClientNames`, {
  sql: `SELECT id, name FROM clients WHERE ${USER_CONTEXT.advisor_id.filter('advisor_id')}`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
});

cube(`Rates`, {
  sql: `SELECT r.* FROM rates r JOIN clients c ON c.id = r.client_id WHERE ${USER_CONTEXT.advisor_id.filter('c.advisor_id')}`,
  joins: { ClientNames: { relationship: `belongsTo`, sql: `${CUBE}.client_id = ${ClientNames}.id` } },
  measures: { mean: { sql: `rate`, type: `avg` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
