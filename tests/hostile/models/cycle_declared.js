// tries: to declare an object that holds itself
// expect: E217
const meta = { a: 1 };
meta.meta = meta;
cube(`A`, { sql: `SELECT 1`, meta });
