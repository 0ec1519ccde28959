// tries: to loop a little, many times over
// expect: E210
for (let a = 0; a < 100; a++) for (let b = 0; b < 100; b++) for (let c = 0; c < 100; c++) for (let d = 0; d < 100; d++) { }
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
