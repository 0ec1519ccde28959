// tries: to sort lists that hold themselves
// expect: E211
const a = [2];
a.push(a);
const result = [a, a, a].sort().length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
