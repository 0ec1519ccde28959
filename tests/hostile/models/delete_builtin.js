// tries: to delete a built-in
// expect: E209
delete Object.keys;
const result = Object.keys({ a: 1 }).join();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
