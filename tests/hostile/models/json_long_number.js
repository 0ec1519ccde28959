// tries: to parse a number with very many digits
// expect: `Infinity`
const result = `${JSON.parse('9'.repeat(100000))}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
