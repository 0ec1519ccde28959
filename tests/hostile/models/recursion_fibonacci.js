// tries: to recurse as a tree
// expect: E210
const f = (n) => n < 2 ? n : f(n - 1) + f(n - 2);
const result = f(60);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
