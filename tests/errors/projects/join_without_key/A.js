cube(`A`, { //! E251
  sql: `SELECT 1`,
  joins: { B: { relationship: `hasMany`, sql: `${CUBE}.id = ${B}.a` } },
  measures: { total: { type: `sum`, sql: `x` } },
});
