// tries: to yield for ever
// expect: E131
function* g() { for (;;) yield 1; }
const result = [...g()].length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
