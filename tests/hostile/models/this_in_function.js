// tries: to reach the host through `this` of a function
// expect: E209
function f() { return this; }
const result = f().process;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
