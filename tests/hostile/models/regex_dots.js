// tries: to hang a regular expression with many `.*`
// expect: `20000`
const result = 'x'.repeat(20000).replace(/.*.*.*.*.*=/, '').length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
