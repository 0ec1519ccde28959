cube(`Plays`, {
  sql: `SELECT * FROM plays WHERE ${SECURITY_CONTEXT.label.requiredFilter('label_id')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    label: { sql: `label_id`, type: `number` },
  },
  preAggregations: {
    main: { type: `originalSql` },
  },
});
