cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    a: { type: `count` },
    a: { type: `count` }, //! E249
  },
  dimensions: {
    a: { sql: `a`, type: `string` }, //! E248
  },
});
