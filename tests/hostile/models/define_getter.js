// tries: to define a getter by the old method
// expect: E226
const o = {};
o.__defineGetter__('a', () => 1);
const result = o.a;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
