cube(`A`, {
  sql: `SELECT ${CUBE - 1}`, //! E220
  measures: {
    a: { type: `sum`, sql: `${`${CUBE}.x`.length}` }, //! E222
    b: { type: `sum`, sql: `${nothing.more}` }, //! E200
  },
});
