cube(`A`, {
  sql: `SELECT 1` //! E102
  title: `a`,
});
cube(`B`, {
  sql: `SELECT 1`,
  title: , //! E118
});
