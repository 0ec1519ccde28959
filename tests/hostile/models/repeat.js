// tries: to fill the memory with one text
// expect: E212
const result = 'x'.repeat(1e9);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
