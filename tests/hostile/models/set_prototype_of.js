// tries: to set a prototype
// expect: E207
const result = Object.setPrototypeOf({}, Array.prototype);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
