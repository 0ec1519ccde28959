// tries: to flatten a list that holds itself
// expect: E212
const list = [1];
list.push(list);
list.push(list);
const result = list.flat(Infinity).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
