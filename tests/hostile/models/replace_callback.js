// tries: to grow a text by a callback that replaces
// expect: E210
const result = 'x'.repeat(1000).split('').map(() => 'y'.repeat(100000)).join('').length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
