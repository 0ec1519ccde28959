// tries: to poison the prototype of all objects by JSON
// expect: `undefined undefined`
const o = JSON.parse('{"__proto__": {"admin": true}}');
const p = Object.assign({}, o);
const result = `${({}).admin} ${p.admin}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
