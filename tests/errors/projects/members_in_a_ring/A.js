cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    a: { type: `number`, sql: `${b}` },
    b: { type: `number`, sql: `${c}` },
    c: { type: `number`, sql: `${a}` }, //! E253
    d: { type: `number`, sql: `${a}` },
  },
});
