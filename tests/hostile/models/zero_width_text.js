// tries: to hide a character in a text
// expect: `false` E127 (warning)
const result = 'ad​min' === 'admin';
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
