// tries: to reach the host by its names
// expect: E207
const tries = [
  () => globalThis,
];
process.exit(1);
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
