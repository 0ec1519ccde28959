// tries: to cut a character in half
// expect: E218
const result = '😀'.slice(0, 1) + '😀'.charCodeAt(0);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
