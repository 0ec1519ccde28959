// tries: to declare cubes without end
// expect: E210
for (let i = 0; ; i++) { cube(`C${i}`, { sql: `SELECT 1` }); }
