cube(`A`, {
  sql: `SELECT 1`,
  title: 1, //! E243
  description: 2, //! E243
  dataSource: `x`,
});
