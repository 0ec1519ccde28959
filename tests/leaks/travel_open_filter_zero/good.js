cube(`Itineraries`, {
  sql: `SELECT * FROM itineraries WHERE ${SECURITY_CONTEXT.agencyNo.requiredFilter((no) => `agency_no = ${no}`)}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
