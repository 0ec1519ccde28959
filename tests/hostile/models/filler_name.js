// tries: to use a name that is not seen
// expect: `1` E127 (warning)
const ㅤ = 1;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
