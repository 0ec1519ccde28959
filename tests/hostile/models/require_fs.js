// tries: to read files with a module of the host
// expect: E232
const fs = require('fs');
const result = fs.readFileSync('/etc/passwd');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
