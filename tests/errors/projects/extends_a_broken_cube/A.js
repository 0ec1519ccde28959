cube(`A`, {
  sql: `SELECT 1`,
  measures: { a: { type: `none` } }, //! E246
});
cube(`B`, { extends: A });
cube(`C`, { extends: B, measures: { a2: { type: `number`, sql: `${a}` } } });
