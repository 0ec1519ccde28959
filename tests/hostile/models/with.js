// tries: to bring names into reach
// expect: E139
with (Math) { floor(1); }
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
