// tries: to recurse where a template is forced
// expect: E211
const f = (n) => `${f(n + 1)}`;
cube(`A`, { sql: `SELECT ${f(0)}` });
