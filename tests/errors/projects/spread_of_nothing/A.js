const common = missing; //! E200
cube(`A`, {
  ...common,
  sql: `SELECT 1`,
  dimensions: { ...common.dimensions, a: { sql: `${b}`, type: `string` } },
});
