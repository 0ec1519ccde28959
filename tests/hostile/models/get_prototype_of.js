// tries: to ask for a prototype
// expect: E226
const result = Object.getPrototypeOf({}).constructor;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
