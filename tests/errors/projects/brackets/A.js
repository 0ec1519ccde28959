cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    a: { type: `count`, //! E103
  },
});
