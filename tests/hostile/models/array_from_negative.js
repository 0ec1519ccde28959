// tries: to make a list of something with a strange length
// expect: `0 0`
const result = `${Array.from({ length: -5 }).length} ${Array.from({ length: NaN }).length}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
