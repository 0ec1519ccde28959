// What is left of pre-aggregations: indexes of a type, streams, joins of rollups.
cube(`Streams`, { sql: `select * from streams`, measures: { count: { type: `count` }, total: { sql: `n`, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, kind: { sql: `kind`, type: `string` }, at: { sql: `at`, type: `time` } },
  preAggregations: {
    aggregated: { measures: [total], dimensions: [kind], indexes: { by_kind: { columns: [kind], type: `aggregate` } } },
    streamed: { type: `rollup`, measures: [count], dimensions: [id], readOnly: true, streamOffset: `earliest`, uniqueKeyColumns: [`id`],
      outputColumnTypes: [{ member: kind, type: `string` }] },
  } });
