// tries: to run code where a number is wanted
// expect: E209
const o = { valueOf() { for (;;) {} } };
const result = o + 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
