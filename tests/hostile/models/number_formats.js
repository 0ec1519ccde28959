// tries: to write numbers in impossible ways
// expect: `1e+21,0.10000000000000000555`
const result = [(1e21).toFixed(100), (0.1).toFixed(20)].join();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
