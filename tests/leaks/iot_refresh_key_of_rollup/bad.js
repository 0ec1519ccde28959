cube('Measurements', {
  sql: `SELECT * FROM measurements m WHERE ${SECURITY_CONTEXT.site.requiredFilter('m.site')}`,
  measures: { count: { type: 'count' } },
  dimensions: {
    id: { sql: 'id', type: 'number', primaryKey: true },
    site: { sql: 'site', type: 'number' },
  },
  preAggregations: {
    bySite: {
      type: 'rollup',
      measures: [CUBE.count],
      dimensions: [CUBE.site],
      refreshKey: { sql: `SELECT count(*) FROM measurements` },
    },
  },
});
