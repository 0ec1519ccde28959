// tries: to compute powers of powers
// expect: E209
let n = 2;
for (let i = 0; i < 5000; i++) { n = n ** n; }
const result = `${n}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
