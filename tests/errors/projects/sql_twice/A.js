cube(`A`, {
  sql: `SELECT 1`,
  sqlTable: `t`, //! E245
  measures: { a: { type: `count` } },
});
cube(`B`, { //! E244
  title: `no sql`,
});
