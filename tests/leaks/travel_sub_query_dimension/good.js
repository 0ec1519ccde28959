cube(`Travellers`, {
  sql: `SELECT * FROM travellers WHERE ${SECURITY_CONTEXT.agency.requiredFilter('agency')}`,
  joins: { Paid: { relationship: `hasMany`, sql: `${CUBE}.name = ${Paid}.name AND ${CUBE}.agency = ${Paid}.agency` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    paid: { sql: `${Paid.euros}`, type: `number`, subQuery: true },
  },
});

cube(`Paid`, {
  sql: `SELECT * FROM paid WHERE ${SECURITY_CONTEXT.agency.requiredFilter('agency')}`,
  measures: { euros: { sql: `euros`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
