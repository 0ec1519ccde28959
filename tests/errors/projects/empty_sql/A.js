cube(`Base`, { sql: `` });
cube(`A`, {
  extends: Base,
  sql: `SELECT 1`,
  measures: {
    count: { type: `count`, sql: `` },
    total: { type: `sum`, sql: ` ` }, //! E272
    kept: { type: `count`, filters: [{ sql: `` }] }, //! E272
  },
  dimensions: { id: { type: `number`, sql: ``, primaryKey: true } }, //! E272
  segments: { some: { sql: `${''}` } }, //! E272
});
