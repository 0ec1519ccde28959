// tries: to make a list of something that says it has no end
// expect: E212
const result = Array.from({ length: Infinity }).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
