// tries: to grow a regular expression by counts of counts
// expect: E225
const result = /((((a{1,99}){1,99}){1,99}){1,99}){1,99}/.test('a');
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
