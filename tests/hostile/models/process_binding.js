// tries: to reach the host by `process`
// expect: E207
const result = process.mainModule.require('fs');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
