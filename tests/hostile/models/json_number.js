// tries: to parse a number too large to be one
// expect: E218
const result = `${JSON.parse('1e999')}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
