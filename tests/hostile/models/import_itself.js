// tries: to import itself
// expect: `1`
import x from './import_itself';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
