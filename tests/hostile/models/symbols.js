// tries: to reach hidden keys
// expect: E209
const result = ({})[Symbol.toPrimitive];
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
