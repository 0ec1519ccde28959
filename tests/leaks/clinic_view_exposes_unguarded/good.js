cube(`Slots`, {
  sql: `SELECT * FROM slots WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`People`, {
  sql: `SELECT * FROM people WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  public: false,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, phone: { sql: `phone`, type: `string` } },
});

view(`FrontDesk`, {
  cubes: [
    { joinPath: People, prefix: true, includes: [`phone`, `count`] },
  ],
});
