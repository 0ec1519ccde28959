// tries: to change what every list does
// expect: E226
Array.prototype.map = () => ['x'];
const result = [1].map(x => x);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
