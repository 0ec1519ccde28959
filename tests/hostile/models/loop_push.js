// tries: to go through a list that grows
// expect: E210
const list = [1];
for (const item of list) { list.push(item); }
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
