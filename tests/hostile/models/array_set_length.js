// tries: to make a list longer by setting its length
// expect: E212
const list = [];
list.length = 1e9;
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
