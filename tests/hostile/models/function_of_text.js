// tries: to run text by `Function`
// expect: E141
const result = Function('return 1')();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
