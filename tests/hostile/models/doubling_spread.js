// tries: to double a list by spreading it
// expect: E210
let list = [1];
for (let i = 0; i < 60; i++) { list = [...list, ...list]; }
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
