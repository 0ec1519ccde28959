// tries: to extend itself
// expect: E255
cube(`A`, { extends: A, sql: `SELECT 1` });
