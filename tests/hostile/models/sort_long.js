// tries: to sort with a costly comparison
// expect: E210
const list = Array.from({ length: 50000 }, (x, i) => -i);
const result = list.sort((a, b) => { let n = 0; for (let i = 0; i < 100; i++) { n += i; } return a - b; })[0];
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
