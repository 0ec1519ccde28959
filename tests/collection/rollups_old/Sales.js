// Pre-aggregations with references, as old models have them.
cube(`Sales`, { sql: `select * from sales`,
  measures: { count: { type: `count` }, total: { sql: `total`, type: `sum`, drillMemberReferences: [region] } },
  dimensions: { region: { sql: `region`, type: `string` }, soldAt: { sql: `sold_at`, type: `time` } },
  segments: { web: { sql: `channel = 'web'` } },
  preAggregations: {
    daily: { type: `rollup`, measureReferences: [count, total], dimensionReferences: [region], segmentReferences: [web], timeDimensionReference: soldAt, granularity: `day`, partitionGranularity: `month`,
      refreshRangeStart: { sql: `select min(sold_at) from sales` }, refreshRangeEnd: { sql: `select now()` } },
    auto: { type: `autoRollup`, maxPreAggregations: 5 }
  } });
