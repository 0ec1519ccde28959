// tries: to write an object that holds itself as JSON
// expect: E211
const o = { a: 1 };
o.o = o;
const result = JSON.stringify(o);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
