// tries: to double a text by joining
// expect: E212
let text = 'x';
for (let i = 0; i < 60; i++) { text = [text, text].join(text); }
const result = text.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
