// tries: to define a property with a getter
// expect: E226
const o = {};
Object.defineProperty(o, 'a', { get: () => 1 });
const result = o.a;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
