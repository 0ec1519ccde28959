// tries: to import when running
// expect: E142
const result = import('fs');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
