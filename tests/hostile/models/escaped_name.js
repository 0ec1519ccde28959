// tries: to write a name in escapes
// expect: E112 E200
const \u0061dmin = 1;
const result = admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
