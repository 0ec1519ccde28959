// tries: to change a list while it is sorted
// expect: `1,2,3`
const list = [3, 1, 2];
list.sort((a, b) => { list.push(9); return a - b; });
const result = list.join();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
