// tries: to compare lists that hold themselves
// expect: `false true`
const a = [];
a.push(a);
const b = [];
b.push(b);
const result = `${a === b} ${a == a}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
