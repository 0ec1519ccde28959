// tries: to use a name that looks like another in letters of one script alone
// expect: `1` E128 (warning)
const copy = 1;
const сору = 2;
const result = copy;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
