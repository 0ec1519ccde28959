// tries: to write a list that holds itself as text
// expect: E211
const list = [1];
list.push(list);
const result = String(list);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
