// tries: to take the place of `cube`
// expect: E244
const kept = cube;
cube = (name, body) => kept(name, {});
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
