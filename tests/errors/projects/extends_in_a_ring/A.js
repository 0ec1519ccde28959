cube(`A`, {
  extends: B,
  sql: `SELECT 1`,
});
cube(`B`, {
  extends: A, //! E255
});
