// tries: to double the keys of an object
// expect: E210
let o = { a: 1 };
for (let i = 0; i < 60; i++) { o = Object.fromEntries(Object.entries(o).flatMap(([k, v]) => [[k + '0', v], [k + '1', v]])); }
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
