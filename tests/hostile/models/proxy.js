// tries: to answer for an object
// expect: E132
const result = new Proxy({}, { get: () => 1 }).a;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
