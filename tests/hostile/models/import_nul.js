// tries: to end a path early
// expect: E110 E230
import x from './a\0.js';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
