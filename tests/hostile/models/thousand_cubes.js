// tries: to declare a thousand cubes in a loop
// expect: `many`
for (let i = 0; i < 1000; i++) { cube(`C${i}`, { sql: `SELECT ${i}` }); }
cube(`A`, { sql: `SELECT 1`, title: `many` });
