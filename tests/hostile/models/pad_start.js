// tries: to fill the memory with padding
// expect: E212
const result = 'x'.padStart(1e9, 'ab').padEnd(1e9);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
