// tries: to loop for ever
// expect: E210
for (;;) { }
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
