cube(`A`, {
  sql: `SELECT 1`,
  measures: {
    a: { type: `sum`, sql: `${CUBE.nothing}` }, //! E252
    b: { type: `number`, sql: `${nowhere} + ${CUBE.never}` }, //! E200 E252
    c: { type: `number`, sql: `${a} + ${b}` },
  },
});
