// tries: to reach the host through `this`
// expect: E209
const result = this.constructor.constructor('return process')();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
