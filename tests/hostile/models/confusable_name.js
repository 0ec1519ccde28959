// tries: to use a name that looks like another
// expect: `false` E128 (warning)
const admin = false;
const аdmin = true;
const result = admin;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
