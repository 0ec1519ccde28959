// Readings: granularities of one's own, windows, to-date sums.
cube(`Readings`, {
  sql_table: `iot.readings`,
  measures: {
    count: { type: `count` },
    level: { sql: `level`, type: `avg` },
    peak: { sql: `level`, type: `max` },
    last_week: { sql: `level`, type: `sum`, rolling_window: { trailing: `7 day`, offset: `start` } },
    so_far: { sql: `level`, type: `sum`, rolling_window: { type: `to_date`, granularity: `month` } },
    sensors: { sql: `sensor_id`, type: `count_distinct` },
    roughly: { sql: `sensor_id`, type: `count_distinct_approx` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true },
    at: { sql: `at`, type: `time`, granularities: {
      quarter_hour: { interval: `15 minutes` },
      shift: { interval: `8 hours`, offset: `6 hours`, title: `Shift` },
      fiscal_year: { interval: `1 year`, origin: `2020-04-01` },
    } },
    alarm: { sql: `level > 9`, type: `boolean` },
  },
});
