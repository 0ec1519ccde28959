// tries: to recurse through two functions
// expect: E211
function a(n) { return b(n); }
function b(n) { return [n].map(a)[0]; }
const result = a(0);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
