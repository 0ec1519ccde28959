// tries: to give an object a prototype in its literal
// expect: E209
const o = { __proto__: { admin: true } };
const result = o.admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
