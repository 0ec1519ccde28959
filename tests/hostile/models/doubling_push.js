// tries: to double a list in place
// expect: E210
const list = [1];
for (let i = 0; i < 60; i++) { list.push(...list); }
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
