// tries: to hang a regular expression with many `.*`
// expect: E209
const result = 'x'.repeat(20000).replace(/.*.*.*.*.*=/, '');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
