// tries: to jump by labels
// expect: E133 E210
a: for (;;) { b: for (;;) { continue a; } }
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
