// tries: to give an object a prototype by a computed key, which is a key like others in the language
// expect: `undefined`
const o = { ['__proto__']: { admin: true } };
const result = o.admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
