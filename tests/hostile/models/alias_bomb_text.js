// tries: to write a list of lists of lists as text
// expect: E210
let a = 'x';
for (let i = 0; i < 30; i++) { a = [a, a, a, a]; }
const result = JSON.stringify(a).length + String(a).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
