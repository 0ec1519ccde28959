cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    a: { type: `number`, sql: `${b}` },
    b: { type: `number`, sql: `${a}` }, //! E253
    c: { type: `number`, sql: `${d}` },
    d: { type: `number`, sql: `${c}` }, //! E253
  },
});
