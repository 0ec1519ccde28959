// tries: to fill the memory with a text of texts
// expect: E212
const result = 'x'.repeat(1e6).repeat(1e6).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
