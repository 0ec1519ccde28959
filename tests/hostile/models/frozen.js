// tries: to change what is frozen
// expect: E202
const o = Object.freeze({ a: 1 });
o.a = 2;
const result = o.a;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
