// tries: to put another value under the name of a built-in
// expect: E202 E243
Object = { keys: () => ['x'] };
const result = Object.keys({});
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
