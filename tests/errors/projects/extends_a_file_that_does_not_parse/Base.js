cube(`Base`, { //! E103
  sql: `SELECT 1`,
