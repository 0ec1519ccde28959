// tries: to use letters as wide as two
// expect: `1` E128 (warning)
const ａdmin = 1;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
