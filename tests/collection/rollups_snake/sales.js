// The newer names in snake case.
cube(`leads`, { sql_table: `leads`, measures: { count: { type: `count` } }, dimensions: { source: { sql: `source`, type: `string` }, came_at: { sql: `came_at`, type: `time` } },
  pre_aggregations: { daily: { type: `rollup`, measures: [count], dimensions: [source], time_dimension: came_at, granularity: `day`, partition_granularity: `month`, scheduled_refresh: true, refresh_key: { every: `10 minutes` }, build_range_start: { sql: `select 1` }, build_range_end: { sql: `select 2` } },
    raw: { type: `original_sql` } } });
