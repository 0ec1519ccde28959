cube(`badges`, {
  sql: `SELECT badge, building FROM badges WHERE ${SECURITY_CONTEXT.access.building.filter('building')}`,
  data_source: `default`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    badge: { sql: `badge`, type: `number`, primary_key: true },
  },
});
