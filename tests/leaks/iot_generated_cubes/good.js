const SERIES = [
  { name: `Heat`, table: `heat`, guarded: true },
  { name: `Light`, table: `light`, guarded: true },
];

SERIES.forEach(({ name, table, guarded }) => {
  cube(name, {
    sql: `SELECT * FROM ${table} WHERE ${guarded ? SECURITY_CONTEXT.site.requiredFilter('site') : 'id > 0'}`,
    measures: { count: { type: `count` } },
    dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
  });
});
