// tries: to hide a character in a comment
// expect: `1` E127 (warning)
// nothing⁠here
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
