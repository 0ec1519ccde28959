// tries: to remember something from one caller to the next
// expect: E223
const seen = [];
cube(`A`, { sql: `SELECT ${seen.push(1)}` });
