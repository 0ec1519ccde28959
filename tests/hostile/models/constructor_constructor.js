// tries: to make a function of text through two constructors
// expect: E226
const result = ({}).constructor.constructor('return process')();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
