// tries: to import a folder
// expect: E230
import x from './';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
