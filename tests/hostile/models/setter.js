// tries: to run code when a property is written
// expect: E143
const o = { set a(v) { for (;;) {} } };
o.a = 1;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
