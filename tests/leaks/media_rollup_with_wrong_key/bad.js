cube(`Streams`, {
  sql: `SELECT * FROM streams WHERE ${USER_CONTEXT.label.filter('label')}`,
  measures: { ms: { sql: `ms`, type: `sum` }, count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    label: { sql: `label`, type: `number` },
    genre: { sql: `genre`, type: `string` },
    day: { sql: `day`, type: `time` },
  },
  preAggregations: {
    monthly: {
      type: `rollup`,
      external: true,
      measureReferences: [ms, count],
      dimensionReferences: [genre],
      timeDimensionReference: day,
      granularity: `month`,
      partitionGranularity: `year`,
    },
  },
});
