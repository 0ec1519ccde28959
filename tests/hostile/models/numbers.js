// tries: to do arithmetic where it has no number
// expect: E209
const result = [1e308 * 10, -1e308 * 10, 0 / 0, 2 ** 1e9, 5 % 0, 1 << 1e9, ~NaN, -0].join();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
