// tries: to make a list by its length with `new`
// expect: E132
const result = new Array(1e9).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
