// Refused: a roll-up by time without a granularity.
cube(`A`, { sql: `select 1`, measures: { count: { type: `count` } }, dimensions: { t: { sql: `t`, type: `time` } }, preAggregations: { p: { measures: [count], timeDimension: t } } });
