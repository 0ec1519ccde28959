// tries: to use two names that look the same
// expect: `false` E127 (warning)
const admin = false;
const ad‍min = true;
const result = admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
