// tries: to insert at the front very often
// expect: E210
const list = [];
for (let i = 0; i < 90000; i++) { list.unshift(i); }
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
