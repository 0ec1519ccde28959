// tries: to spread an object that holds itself
// expect: `1`
const o = { a: 1 };
o.o = o;
const p = { ...o, ...o.o.o.o };
const result = p.o.o.o.a;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
