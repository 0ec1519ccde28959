cube(`A`, {
  sql: `SELECT 1` //! E102
  title: `a`,
});
