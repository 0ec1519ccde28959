cube(`A`, {
  sql: `SELECT 1`,
  dimensions: { a: { sql: `${B}.x`, type: `string` } }, //! E254
  segments: { s: { sql: `${B}.x = 1` } }, //! E254
});
