// tries: to recurse through the value of a parameter
// expect: E211
const f = (a = f()) => a;
const result = f();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
