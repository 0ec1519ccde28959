// tries: to hang a regular expression with alternatives that overlap
// expect: `false`
const result = /^(a|a|aa)*$/.test('a'.repeat(5000) + '!');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
