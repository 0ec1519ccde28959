// tries: to run later
// expect: E219
setTimeout(() => { for (;;) {} }, 0);
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
