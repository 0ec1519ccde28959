// tries: to leave and come back
// expect: E231
import x from './../../../../../proc/self/environ';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
