// tries: to end a line where no editor shows it
// expect: `2` E114 (warning)
const a = 1; // one const b = 2;
const result = b;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
