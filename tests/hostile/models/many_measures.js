// tries: to declare a hundred thousand measures
// expect: E210
const measures = {};
for (let i = 0; i < 100000; i++) { measures[`m${i}`] = { type: `count` }; }
cube(`A`, { sql: `SELECT 1`, measures });
