cube(`Valves`, {
  sql: `SELECT * FROM valves WHERE ${USER_CONTEXT.plant.filter('plant')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`AllValves`, {
  sql: `SELECT * FROM valves WHERE ${USER_CONTEXT.plant.filter('plant')}`,
  shown: false,
  measures: { count: { type: `count`, shown: false } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
