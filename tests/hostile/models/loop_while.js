// tries: to loop for ever with `while`
// expect: E138
let i = 0;
while (true) { i++; }
const result = i;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
