// tries: to search a long list very often
// expect: E210
const list = Array.from({ length: 30000 }, (x, i) => i);
const result = list.filter((x) => list.includes(-x - 1)).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
