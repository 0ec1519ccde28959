cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    'a-b': { type: `count` }, //! E247
    'c d': { type: `count` }, //! E247
    ok: { type: `count` },
  },
});
