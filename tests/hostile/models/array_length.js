// tries: to make a list by its length
// expect: E212
const result = Array(1e9).fill(0).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
