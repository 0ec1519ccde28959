// tries: to turn the direction with a mark
// expect: `5` E113 (warning)
const result = 'a‏b؜c'.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
