// tries: to read the text of a function
// expect: E207
const result = (() => 'secret').toString();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
