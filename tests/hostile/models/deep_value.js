// tries: to build an object a hundred thousand levels deep
// expect: E217
let o = {};
for (let i = 0; i < 10000; i++) { o = { o }; }
cube(`A`, { sql: `SELECT 1`, meta: o });
