// tries: to give an object a prototype of its own
// expect: E226
const o = {};
o.__proto__ = { admin: true };
const result = o.admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
