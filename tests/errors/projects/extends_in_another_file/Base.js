cube(`Base`, {
  sql: `SELECT 1`,
  measures: { total: { type: `sum`, sql: `x`, titel: `t` } }, //! E242
});
