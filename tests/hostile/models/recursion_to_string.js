// tries: to recurse while a text is made
// expect: E209
const o = { toString() { return `${o}`; } };
const result = `${o}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
