// tries: to parse JSON that nests deep
// expect: E210
const result = JSON.parse('['.repeat(100000) + ']'.repeat(100000)).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
