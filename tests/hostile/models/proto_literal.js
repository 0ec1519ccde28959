// tries: to give an object a prototype in its literal
// expect: E226
const o = { __proto__: { admin: true } };
const result = o.admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
