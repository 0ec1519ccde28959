// tries: to import code in an address
// expect: E232
import x from 'data:text/javascript,export default 1';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
