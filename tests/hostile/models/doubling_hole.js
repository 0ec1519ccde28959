// tries: to double a text that holds a name of SQL
// expect: E212
cube(`A`, { sql: `SELECT 1`, dimensions: { a: { type: `string`, sql: `${[...'x'.repeat(40)].reduce((text) => text + text, `${CUBE}.a`)}` } } });
