cube(`Reservations`, {
  sql: `SELECT * FROM reservations WHERE ${USER_CONTEXT.agency.filter('agency')}`,
  joins: { Travellers: { relationship: `belongsTo`, sql: `${CUBE}.traveller = ${Travellers}.id` } },
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    passport: { sql: `${Travellers.passport}`, type: `string` },
  },
});

cube(`Travellers`, {
  sql: `SELECT * FROM travellers`,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    passport: { sql: `passport`, type: `string` },
  },
});
