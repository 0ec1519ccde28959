// tries: to set a prototype
// expect: E226
const result = Object.setPrototypeOf({}, Array.prototype);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
