// tries: to hang a regular expression with alternatives that overlap
// expect: E209
const result = /^(a|a|aa)*$/.test('a'.repeat(5000) + '!');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
