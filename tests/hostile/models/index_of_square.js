// tries: to search a long text for a long text
// expect: `0`
const text = 'a'.repeat(500000);
const result = text.indexOf('a'.repeat(250000) + 'b') + text.split('a'.repeat(1000) + 'b').length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
