// tries: to sort by a comparison that contradicts itself
// expect: `5`
const result = [3, 1, 2, 5, 4].sort(() => 1).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
