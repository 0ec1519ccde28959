cube(`B`, {
  sql: `SELECT 1`,
  titel: `x`, //! E242
});
