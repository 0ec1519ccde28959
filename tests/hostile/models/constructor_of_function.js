// tries: to make a function of text through the constructor of an arrow
// expect: E226
const result = (() => 1).constructor('return this')();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
