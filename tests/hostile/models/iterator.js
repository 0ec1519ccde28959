// tries: to be gone through for ever by an own iterator
// expect: E209
const o = { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) };
const result = [...o].length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
