// tries: to import a device
// expect: E231
import x from '../../../../../../dev/zero';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
