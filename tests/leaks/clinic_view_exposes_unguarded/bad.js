cube(`Slots`, {
  sql: `SELECT * FROM slots WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`People`, {
  sqlTable: `people`,
  public: false,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, phone: { sql: `phone`, type: `string` } },
});

view(`FrontDesk`, {
  cubes: [
    { joinPath: People, prefix: true, includes: [`phone`, `count`] },
  ],
});
