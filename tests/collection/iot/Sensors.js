// Sensors, whose readings are joined from here.
cube(`Sensors`, {
  sql_table: `iot.sensors`,
  joins: { Readings: { relationship: `one_to_many`, sql: `${CUBE}.id = ${Readings}.sensor_id` } },
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, place: { sql: `place`, type: `string` } },
  pre_aggregations: {
    by_day: { measures: [Readings.count], dimensions: [place], time_dimension: Readings.at, granularity: `day`,
      partition_granularity: `month`, refresh_key: { every: `1 hour`, incremental: true, update_window: `7 day` },
      build_range_start: { sql: `SELECT '2020-01-01'` }, build_range_end: { sql: `SELECT NOW()` } },
  },
});
