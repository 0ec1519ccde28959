// tries: to copy a long list very often
// expect: E210
const list = Array.from({ length: 90000 }, (x, i) => i);
let n = 0;
for (let i = 0; i < 90000; i++) { n += list.slice().length; }
const result = n;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
