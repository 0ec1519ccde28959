// tries: to grow an object by `reduce`
// expect: E210
const result = Array.from({ length: 20000 }, (x, i) => i).reduce((all, i) => ({ ...all, [i]: i }), {})[5];
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
