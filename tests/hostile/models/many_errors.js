// tries: to be wrong in four thousand places
// expect: E246
const measures = {};
for (let i = 0; i < 4000; i++) { measures[`m${i}`] = { type: `none` }; }
cube(`A`, { sql: `SELECT 1`, measures });
