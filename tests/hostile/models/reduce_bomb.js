// tries: to grow a text by `reduce`
// expect: E212
const result = [...'x'.repeat(64)].reduce((all) => all + all, 'xxxxxxxx').length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
