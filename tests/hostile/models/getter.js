// tries: to run code when a property is read
// expect: E143
const o = { get a() { for (;;) {} } };
const result = o.a;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
