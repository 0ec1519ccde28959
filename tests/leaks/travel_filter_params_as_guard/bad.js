cube(`Tours`, {
  sql: `SELECT * FROM tours WHERE ${FILTER_PARAMS.Tours.operatorId.filter('operator_id')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    operatorId: { sql: `operator_id`, type: `number` },
  },
});
