// tries: to write a number in no system
// expect: E218
const result = (255).toString(1e9);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
