// tries: to recurse without a name
// expect: E211
const result = ((f) => f(f))((f) => f(f));
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
