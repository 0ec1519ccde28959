// tries: to import by an address of a file
// expect: E231
import x from 'file:///etc/passwd';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
