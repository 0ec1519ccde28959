// tries: to make a list of something that says it is long
// expect: E212
const result = Array.from({ length: 1e9 }, (x, i) => i).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
