// tries: to parse a number too large to be one
// expect: `Infinity`
const result = `${JSON.parse('1e999')}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
