// tries: to change what a built-in function does
// expect: E202
JSON.stringify = () => 'x';
const result = JSON.stringify(1);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
