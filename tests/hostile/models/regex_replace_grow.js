// tries: to grow a text by replacing
// expect: E210
const result = 'x'.repeat(100000).replace(/x/g, '$&$&$&$&$&$&$&$&$&$&$&$&$&$&$&$&').length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
