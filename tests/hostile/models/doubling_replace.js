// tries: to double a text by replacing
// expect: E210
let text = 'xx';
for (let i = 0; i < 40; i++) { text = text.split('x').join('xx'); }
const result = text.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
