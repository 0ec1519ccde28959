// tries: to read the prototype of an object
// expect: E226
const result = ({}).__proto__;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
