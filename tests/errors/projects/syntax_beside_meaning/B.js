cube(`B`, {
  sql: `SELECT 1`,
  titel: `b`, //! E242
});
