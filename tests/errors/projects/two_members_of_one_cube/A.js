cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    a: { type: `summ`, sql: `x` }, //! E246
    b: { type: `sum` }, //! E244
    c: { type: `count` },
  },
});
