// tries: to import by an absolute path
// expect: E231
import x from '/etc/passwd';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
