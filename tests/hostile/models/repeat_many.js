// tries: to fill the memory with many texts, each below the bound
// expect: E210
const kept = [];
for (let i = 0; i < 1e6; i++) { kept.push('x'.repeat(1e6) + i); }
const result = kept.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
