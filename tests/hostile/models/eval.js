// tries: to run text
// expect: E141
const result = eval('1');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
