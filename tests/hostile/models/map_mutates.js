// tries: to change a list while it is mapped
// expect: E207
const list = [1, 2, 3];
const result = list.map((x) => { list.pop(); return x; }).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
