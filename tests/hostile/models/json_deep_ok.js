// tries: to parse JSON that nests deep enough for a stage that recurses
// expect: E211
let text = '1';
text = '['.repeat(900) + text + ']'.repeat(900);
const data = JSON.parse(text);
const result = JSON.stringify(data).length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
