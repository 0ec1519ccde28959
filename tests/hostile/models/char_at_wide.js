// tries: to read a long text of wide characters one by one
// expect: E218
const text = '😀'.repeat(200000);
let n = 0;
for (let i = 0; i < text.length; i++) { n += text.charAt(i).length; }
const result = n;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
