// tries: to reach the caller of a function
// expect: E209
function f() { return arguments.callee.caller; }
const result = f();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
