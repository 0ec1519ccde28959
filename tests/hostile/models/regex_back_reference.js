// tries: to hang a regular expression with a reference backwards
// expect: E225
const result = /^(a*)*\1b$/.test('a'.repeat(1000));
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
