// tries: nothing: names in another script are names
// expect: `café`
const заказы = 'café';
const result = заказы;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
