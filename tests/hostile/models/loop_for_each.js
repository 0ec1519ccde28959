// tries: to go through a list that grows with `forEach`
// expect: `6`
const list = [1];
list.forEach((item) => { list.push(item, item); list.forEach(() => list.push(1)); });
const result = list.length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
