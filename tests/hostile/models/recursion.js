// tries: to recurse for ever
// expect: E211
const f = (n) => f(n + 1) + 1;
const result = f(0);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
