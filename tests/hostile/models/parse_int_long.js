// tries: to read a very long number
// expect: `Infinity`
const result = `${parseInt('9'.repeat(1000000))}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
