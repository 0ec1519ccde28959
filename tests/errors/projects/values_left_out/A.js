cube(`A`, {
  sql: , //! E118
});
cube(`B`, {
  sql = `SELECT 1`, //! E126
  dimensions: {
    a: { sql: , type: `string` }, //! E118
    b: { sql: `b`, type = `string` }, //! E126
    c: , //! E118
  },
  measures: { d: { type: `sum`, sql: `${CUBE.c}` } },
});
