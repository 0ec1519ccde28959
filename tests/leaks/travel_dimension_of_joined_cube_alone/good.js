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
  sql: `SELECT t.* FROM travellers t WHERE t.id IN (
    SELECT r.traveller FROM reservations r WHERE ${USER_CONTEXT.agency.filter('r.agency')})`,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    passport: { sql: `passport`, type: `string` },
  },
});
