// tries: to make a list longer by an item far away
// expect: E212
const list = [];
list[1e9] = 1;
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
