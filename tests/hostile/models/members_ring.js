// tries: to define two members by each other
// expect: E253
cube(`A`, {
  sql: `SELECT 1`,
  measures: { a: { type: `number`, sql: `${b}` }, b: { type: `number`, sql: `${a}` } },
});
