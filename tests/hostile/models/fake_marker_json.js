// tries: to read the mark of a parameter from JSON
// expect: E263
const nul = JSON.parse('"\\u0000"');
cube(`A`, { sql: `SELECT ${nul}p1${nul}` });
