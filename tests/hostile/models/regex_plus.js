// tries: to hang a regular expression with nested repeats
// expect: `false`
const result = /^(a+)+$/.test('a'.repeat(5000) + '!');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
